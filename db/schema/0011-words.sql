-- 0011-words.sql: text that is neither Latin nor Greek is indexed by words of its own.
--
-- gs-db-words.c cuts text into words. What it cuts otherwise than before has
-- letters from U+0430 on; an index without any is good as it is, and a
-- workspace in Western languages is not indexed anew for nothing.

CREATE VIRTUAL TABLE temp.article_words USING fts5vocab ('main', 'article_fts', 'row');
CREATE VIRTUAL TABLE temp.claim_words USING fts5vocab ('main', 'claim_fts', 'row');

INSERT INTO article_fts (article_fts) SELECT 'rebuild'
  WHERE EXISTS (SELECT 1 FROM temp.article_words WHERE term >= char (1072));
INSERT INTO claim_fts (claim_fts) SELECT 'rebuild'
  WHERE EXISTS (SELECT 1 FROM temp.claim_words WHERE term >= char (1072));

-- What an earlier step has left stale has been indexed just now.
DELETE FROM article_stale WHERE EXISTS (SELECT 1 FROM temp.article_words WHERE term >= char (1072));
DELETE FROM claim_stale WHERE EXISTS (SELECT 1 FROM temp.claim_words WHERE term >= char (1072));

DROP TABLE temp.article_words;
DROP TABLE temp.claim_words;

-- 0002-derived.sql: what is kept beside the records so that lists, search and
-- the conflicts board need not count.
--
-- Everything here is made by triggers from the recorded tables, also when an
-- undo or redo applies a changeset. A changeset brings rows in any order, so
-- no trigger may count on another table's row being there already or still;
-- and where an action deleted a row and made another of the same number, it
-- brings an update of any column.

-- How many: records of a type (id 0), or claims that have this article, tag
-- or source (its id).
CREATE TABLE tally (
  what TEXT NOT NULL,
  id   INTEGER NOT NULL,
  n    INTEGER NOT NULL,
  PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER annotator_more AFTER INSERT ON annotator BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'annotators' AND id = 0;
END;
CREATE TRIGGER annotator_less AFTER DELETE ON annotator BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'annotators' AND id = 0;
END;
CREATE TRIGGER tag_more AFTER INSERT ON tag BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'tags' AND id = 0;
END;
CREATE TRIGGER tag_less AFTER DELETE ON tag BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'tags' AND id = 0;
END;
CREATE TRIGGER source_more AFTER INSERT ON source BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'sources' AND id = 0;
END;
CREATE TRIGGER source_less AFTER DELETE ON source BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'sources' AND id = 0;
END;
CREATE TRIGGER question_more AFTER INSERT ON question BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'questions' AND id = 0;
END;
CREATE TRIGGER question_less AFTER DELETE ON question BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'questions' AND id = 0;
END;
CREATE TRIGGER article_more AFTER INSERT ON article BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'articles' AND id = 0;
END;
CREATE TRIGGER article_less AFTER DELETE ON article BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'articles' AND id = 0;
END;
CREATE TRIGGER claim_more AFTER INSERT ON claim BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'claims' AND id = 0;
END;
CREATE TRIGGER claim_less AFTER DELETE ON claim BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'claims' AND id = 0;
END;
CREATE TRIGGER link_more AFTER INSERT ON link BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'links' AND id = 0;
END;
CREATE TRIGGER link_less AFTER DELETE ON link BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'links' AND id = 0;
END;

-- How many rows there are in each run of 1,024 row numbers, so that the row at
-- a place far down a list is found without counting to it.
CREATE TABLE part (
  what   TEXT NOT NULL,
  number INTEGER NOT NULL, -- of the run: row number / 1024
  n      INTEGER NOT NULL,
  PRIMARY KEY (what, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER article_part_more AFTER INSERT ON article BEGIN
  INSERT INTO part VALUES ('articles', new.id >> 10, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER article_part_less AFTER DELETE ON article BEGIN
  UPDATE part SET n = n - 1 WHERE what = 'articles' AND number = old.id >> 10;
END;
CREATE TRIGGER claim_part_more AFTER INSERT ON claim BEGIN
  INSERT INTO part VALUES ('claims', new.id >> 10, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER claim_part_less AFTER DELETE ON claim BEGIN
  UPDATE part SET n = n - 1 WHERE what = 'claims' AND number = old.id >> 10;
END;

-- Claims of an article.
CREATE TRIGGER claim_article_more AFTER INSERT ON claim WHEN new.article IS NOT NULL BEGIN
  INSERT INTO tally VALUES ('article', new.article, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER claim_article_less AFTER DELETE ON claim WHEN old.article IS NOT NULL BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'article' AND id = old.article;
END;
CREATE TRIGGER claim_article_moves AFTER UPDATE OF article ON claim WHEN old.article IS NOT new.article BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'article' AND id = old.article;
  INSERT INTO tally SELECT 'article', new.article, 1 WHERE new.article IS NOT NULL ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Claims with a tag.
CREATE TRIGGER claim_tag_more AFTER INSERT ON claim_tag
WHEN (SELECT count(*) FROM claim_tag WHERE tag = new.tag AND claim = new.claim) = 1 BEGIN
  INSERT INTO tally VALUES ('tag', new.tag, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER claim_tag_less AFTER DELETE ON claim_tag
WHEN NOT EXISTS (SELECT 1 FROM claim_tag WHERE tag = old.tag AND claim = old.claim) BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'tag' AND id = old.tag;
END;
CREATE TRIGGER claim_tag_moves AFTER UPDATE OF tag ON claim_tag WHEN old.tag IS NOT new.tag BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'tag' AND id = old.tag
    AND NOT EXISTS (SELECT 1 FROM claim_tag WHERE tag = old.tag AND claim = old.claim);
  INSERT INTO tally SELECT 'tag', new.tag, 1
    WHERE (SELECT count(*) FROM claim_tag WHERE tag = new.tag AND claim = new.claim) = 1
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Claims with a source anywhere in their chain.
CREATE TRIGGER claim_hop_more AFTER INSERT ON claim_hop
WHEN new.source IS NOT NULL
  AND (SELECT count(*) FROM claim_hop WHERE source = new.source AND claim = new.claim) = 1 BEGIN
  INSERT INTO tally VALUES ('source', new.source, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER claim_hop_less AFTER DELETE ON claim_hop
WHEN old.source IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM claim_hop WHERE source = old.source AND claim = old.claim) BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'source' AND id = old.source;
END;
CREATE TRIGGER claim_hop_moves AFTER UPDATE OF source ON claim_hop WHEN old.source IS NOT new.source BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'source' AND id = old.source
    AND NOT EXISTS (SELECT 1 FROM claim_hop WHERE source = old.source AND claim = old.claim);
  INSERT INTO tally SELECT 'source', new.source, 1
    WHERE new.source IS NOT NULL
      AND (SELECT count(*) FROM claim_hop WHERE source = new.source AND claim = new.claim) = 1
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Who says what to a question. A row may outlive its question with nothing in
-- it, since a changeset may take the question away before its claims.
CREATE TABLE question_stat (
  question  INTEGER PRIMARY KEY,
  exclusive INTEGER NOT NULL DEFAULT 0,
  claims    INTEGER NOT NULL DEFAULT 0,
  asserted  INTEGER NOT NULL DEFAULT 0,
  denied    INTEGER NOT NULL DEFAULT 0,
  answers   INTEGER NOT NULL DEFAULT 0, -- distinct values asserted
  conflict  INTEGER NOT NULL AS ((asserted > 0 AND denied > 0) OR (exclusive <> 0 AND answers > 1)) STORED
) STRICT;
CREATE INDEX question_stat_conflict ON question_stat (question) WHERE conflict;

-- How many claims assert a value, whatever its case and outer blanks.
CREATE TABLE question_value (
  question INTEGER NOT NULL,
  value    TEXT NOT NULL,
  n        INTEGER NOT NULL,
  PRIMARY KEY (question, value)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER question_value_more AFTER INSERT ON question_value BEGIN
  UPDATE question_stat SET answers = answers + 1 WHERE question = new.question;
END;
CREATE TRIGGER question_value_none AFTER UPDATE OF n ON question_value WHEN new.n = 0 BEGIN
  DELETE FROM question_value WHERE question = new.question AND value = new.value;
END;
CREATE TRIGGER question_value_less AFTER DELETE ON question_value BEGIN
  UPDATE question_stat SET answers = answers - 1 WHERE question = old.question;
END;

CREATE TRIGGER question_exclusive_new AFTER INSERT ON question BEGIN
  INSERT INTO question_stat (question, exclusive) VALUES (new.id, new.exclusive)
    ON CONFLICT DO UPDATE SET exclusive = excluded.exclusive;
END;
CREATE TRIGGER question_exclusive_set AFTER UPDATE OF exclusive ON question BEGIN
  UPDATE question_stat SET exclusive = new.exclusive WHERE question = new.id;
END;
CREATE TRIGGER question_exclusive_gone AFTER DELETE ON question BEGIN
  UPDATE question_stat SET exclusive = 0 WHERE question = old.id;
END;

CREATE TRIGGER claim_question_more AFTER INSERT ON claim WHEN new.question IS NOT NULL BEGIN
  INSERT INTO question_stat (question, claims, asserted, denied)
    VALUES (new.question, 1, new.stance = 'asserts', new.stance = 'denies')
    ON CONFLICT DO UPDATE SET claims = claims + 1, asserted = asserted + excluded.asserted,
                              denied = denied + excluded.denied;
  INSERT INTO question_value SELECT new.question, lower (trim (new.value)), 1
    WHERE new.value IS NOT NULL AND new.stance = 'asserts' ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER claim_question_less AFTER DELETE ON claim WHEN old.question IS NOT NULL BEGIN
  UPDATE question_value SET n = n - 1
    WHERE question = old.question AND value = lower (trim (old.value)) AND old.stance = 'asserts';
  UPDATE question_stat SET claims = claims - 1, asserted = asserted - (old.stance = 'asserts'),
                           denied = denied - (old.stance = 'denies')
    WHERE question = old.question;
END;
CREATE TRIGGER claim_question_moves AFTER UPDATE OF question, stance, value ON claim
WHEN old.question IS NOT new.question OR old.stance IS NOT new.stance OR old.value IS NOT new.value BEGIN
  UPDATE question_value SET n = n - 1
    WHERE question = old.question AND value = lower (trim (old.value)) AND old.stance = 'asserts';
  UPDATE question_stat SET claims = claims - 1, asserted = asserted - (old.stance = 'asserts'),
                           denied = denied - (old.stance = 'denies')
    WHERE question = old.question;
  INSERT INTO question_stat (question, claims, asserted, denied)
    SELECT new.question, 1, new.stance = 'asserts', new.stance = 'denies' WHERE new.question IS NOT NULL
    ON CONFLICT DO UPDATE SET claims = claims + 1, asserted = asserted + excluded.asserted,
                              denied = denied + excluded.denied;
  INSERT INTO question_value SELECT new.question, lower (trim (new.value)), 1
    WHERE new.question IS NOT NULL AND new.value IS NOT NULL AND new.stance = 'asserts'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Search. An index over outside content must be told exactly what to forget,
-- so what it holds is kept as it was given to it. Triggers only note what is
-- stale; gs-db-index.c brings the index up to date at the end of a
-- transaction, since FTS5 writes out what it has gathered at every statement
-- that has a trigger, which made an import four times as long.

CREATE TABLE article_index (
  id    INTEGER PRIMARY KEY,
  title TEXT,
  body  INTEGER
) STRICT;
CREATE VIEW article_text (id, title, text) AS
  SELECT i.id, i.title, coalesce (b.text, CAST (c.bytes AS TEXT))
    FROM article_index AS i LEFT JOIN body AS b ON b.id = i.body LEFT JOIN content AS c ON c.id = b.content;
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, text, content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- What the search index still holds of an article that has changed.
CREATE TABLE article_stale (
  id    INTEGER PRIMARY KEY,
  held  INTEGER NOT NULL, -- whether it holds anything
  title TEXT,
  body  INTEGER
) STRICT;
CREATE TRIGGER article_index_more AFTER INSERT ON article_index BEGIN
  INSERT INTO article_stale VALUES (new.id, 0, NULL, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER article_index_less AFTER DELETE ON article_index BEGIN
  INSERT INTO article_stale VALUES (old.id, 1, old.title, old.body) ON CONFLICT DO NOTHING;
END;

CREATE VIEW article_newest (id, title, body) AS
  SELECT a.id, a.title, r.body FROM article AS a JOIN revision AS r ON r.id =
    (SELECT id FROM revision WHERE article = a.id ORDER BY number DESC LIMIT 1);

CREATE TRIGGER article_indexed AFTER INSERT ON article BEGIN
  INSERT INTO article_index SELECT * FROM article_newest WHERE id = new.id;
END;
CREATE TRIGGER article_retitled AFTER UPDATE OF title ON article WHEN old.title IS NOT new.title BEGIN
  DELETE FROM article_index WHERE id = new.id;
  INSERT INTO article_index SELECT * FROM article_newest WHERE id = new.id;
END;
CREATE TRIGGER article_forgotten AFTER DELETE ON article BEGIN
  DELETE FROM article_index WHERE id = old.id;
END;
CREATE TRIGGER revision_indexed AFTER INSERT ON revision BEGIN
  DELETE FROM article_index WHERE id = new.article;
  INSERT INTO article_index SELECT * FROM article_newest WHERE id = new.article;
END;
CREATE TRIGGER revision_moved AFTER UPDATE OF article, number, body ON revision BEGIN
  DELETE FROM article_index WHERE id IN (old.article, new.article);
  INSERT INTO article_index SELECT * FROM article_newest WHERE id IN (old.article, new.article);
END;
CREATE TRIGGER revision_forgotten AFTER DELETE ON revision BEGIN
  DELETE FROM article_index WHERE id = old.article;
  INSERT INTO article_index SELECT * FROM article_newest WHERE id = old.article;
END;

-- The same for claims, with the place of a claim: its first span of role quote.
CREATE TABLE claim_index (
  id      INTEGER PRIMARY KEY,
  article INTEGER,
  start   INTEGER,
  "end"   INTEGER,
  label   TEXT NOT NULL, -- what lists sort by
  summary TEXT,
  quote   TEXT
) STRICT;
CREATE INDEX claim_index_place ON claim_index (article, start);
CREATE INDEX claim_index_label ON claim_index (label COLLATE NOCASE);
CREATE VIRTUAL TABLE claim_fts USING fts5 (
  summary, quote, content = 'claim_index', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE claim_stale (
  id      INTEGER PRIMARY KEY,
  held    INTEGER NOT NULL,
  summary TEXT,
  quote   TEXT
) STRICT;
CREATE TRIGGER claim_index_more AFTER INSERT ON claim_index BEGIN
  INSERT INTO claim_stale VALUES (new.id, 0, NULL, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_index_less AFTER DELETE ON claim_index BEGIN
  INSERT INTO claim_stale VALUES (old.id, 1, old.summary, old.quote) ON CONFLICT DO NOTHING;
END;

CREATE VIEW claim_place (id, article, start, "end", label, summary, quote) AS
  SELECT c.id, c.article, s.start, s."end", substr (coalesce (c.summary, s.exact, ''), 1, 60), c.summary, s.exact
    FROM claim AS c LEFT JOIN claim_span AS s ON s.rowid =
      (SELECT rowid FROM claim_span WHERE claim = c.id AND role = 'quote' ORDER BY ordinal LIMIT 1);

CREATE TRIGGER claim_indexed AFTER INSERT ON claim BEGIN
  INSERT INTO claim_index SELECT * FROM claim_place WHERE id = new.id;
END;
CREATE TRIGGER claim_resummarised AFTER UPDATE OF summary, article ON claim
WHEN old.summary IS NOT new.summary OR old.article IS NOT new.article BEGIN
  DELETE FROM claim_index WHERE id = new.id;
  INSERT INTO claim_index SELECT * FROM claim_place WHERE id = new.id;
END;
CREATE TRIGGER claim_forgotten AFTER DELETE ON claim BEGIN
  DELETE FROM claim_index WHERE id = old.id;
END;
CREATE TRIGGER claim_span_indexed AFTER INSERT ON claim_span
WHEN new.role = 'quote' AND EXISTS (SELECT 1 FROM claim_index WHERE id = new.claim) BEGIN
  DELETE FROM claim_index WHERE id = new.claim;
  INSERT INTO claim_index SELECT * FROM claim_place WHERE id = new.claim;
END;
CREATE TRIGGER claim_span_moved AFTER UPDATE ON claim_span BEGIN
  DELETE FROM claim_index WHERE id IN (old.claim, new.claim);
  INSERT INTO claim_index SELECT * FROM claim_place WHERE id IN (old.claim, new.claim);
END;
CREATE TRIGGER claim_span_forgotten AFTER DELETE ON claim_span
WHEN old.role = 'quote' AND EXISTS (SELECT 1 FROM claim_index WHERE id = old.claim) BEGIN
  DELETE FROM claim_index WHERE id = old.claim;
  INSERT INTO claim_index SELECT * FROM claim_place WHERE id = old.claim;
END;

-- What follows from the records that are there already. -----------------------

INSERT INTO tally
  SELECT 'annotators', 0, count(*) FROM annotator UNION ALL
  SELECT 'tags', 0, count(*) FROM tag UNION ALL
  SELECT 'sources', 0, count(*) FROM source UNION ALL
  SELECT 'questions', 0, count(*) FROM question UNION ALL
  SELECT 'articles', 0, count(*) FROM article UNION ALL
  SELECT 'claims', 0, count(*) FROM claim UNION ALL
  SELECT 'links', 0, count(*) FROM link;
INSERT INTO part
  SELECT 'articles', id >> 10, count(*) FROM article GROUP BY 2 UNION ALL
  SELECT 'claims', id >> 10, count(*) FROM claim GROUP BY 2;
INSERT INTO tally
  SELECT 'article', article, count(*) FROM claim WHERE article IS NOT NULL GROUP BY article UNION ALL
  SELECT 'tag', tag, count(DISTINCT claim) FROM claim_tag GROUP BY tag UNION ALL
  SELECT 'source', source, count(DISTINCT claim) FROM claim_hop WHERE source IS NOT NULL GROUP BY source;
INSERT INTO question_stat (question, exclusive, claims, asserted, denied)
  SELECT q.id, q.exclusive, count(c.id), coalesce (sum (c.stance = 'asserts'), 0), coalesce (sum (c.stance = 'denies'), 0)
    FROM question AS q LEFT JOIN claim AS c ON c.question = q.id GROUP BY q.id;
INSERT INTO question_value
  SELECT question, lower (trim (value)), count(*) FROM claim
    WHERE question IS NOT NULL AND value IS NOT NULL AND stance = 'asserts' GROUP BY 1, 2;
INSERT INTO article_index SELECT * FROM article_newest;
INSERT INTO claim_index SELECT * FROM claim_place;

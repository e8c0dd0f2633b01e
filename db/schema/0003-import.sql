-- 0003-import.sql: pages, packed bytes, and which articles are alike.

-- Where the pages of a revision's text begin: [["iv",0],["1",2310],…]; NULL
-- for a text that has none.
ALTER TABLE revision ADD COLUMN pages TEXT;

-- UUIDs of articles that it is no copy or translation of, as lines: a verdict
-- stays when the other article goes, or has not come yet.
ALTER TABLE article ADD COLUMN unlike TEXT;

-- How long the bytes are where they lie deflated; NULL where they lie as they
-- are. What is the text of a body is never deflated.
ALTER TABLE content ADD COLUMN unpacked INTEGER;

-- Which text of an article has been compared with the others, the keys that
-- lead to it, and what it is like. Made by app on demand, and made again where
-- it is missing: nothing here is recorded or exchanged.
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY,
  body    INTEGER NOT NULL
) STRICT;
CREATE TABLE sketch_key (
  key     INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_key_article ON sketch_key (article);
CREATE TABLE likeness (
  a          INTEGER NOT NULL, -- article, the later one
  b          INTEGER NOT NULL, -- article, the earlier one
  kind       TEXT NOT NULL,    -- copy, translation
  share      REAL NOT NULL,    -- 0–1, a rank
  numbers    INTEGER NOT NULL, -- in both
  of_numbers INTEGER NOT NULL, -- in the one that has more
  dates      INTEGER NOT NULL,
  of_dates   INTEGER NOT NULL,
  names      INTEGER NOT NULL,
  of_names   INTEGER NOT NULL, -- in the one that has fewer
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_b ON likeness (b);

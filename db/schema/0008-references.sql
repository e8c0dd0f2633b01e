-- 0008-references.sql: what refers to a row that goes is found by index.
--
-- SQLite looks for the claims of every article that is deleted, also where an
-- import is undone, and the index of places does not count for that.

CREATE INDEX IF NOT EXISTS claim_article ON claim (article) WHERE article IS NOT NULL;

-- What the analyst says of origins is little among all links.
CREATE INDEX IF NOT EXISTS link_of_origins ON link (id) WHERE kind IN ('same-origin', 'independent-origin');

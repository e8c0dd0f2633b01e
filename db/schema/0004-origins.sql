-- 0004-origins.sql: what the analyst asserts of origins is found without
-- looking at every link.

CREATE INDEX link_origins ON link (a) WHERE kind IN ('same-origin', 'independent-origin');

-- 0006-revisions.sql: an updated version of an article is found by its URL.

CREATE INDEX IF NOT EXISTS article_url ON article (url) WHERE url IS NOT NULL;

-- Claims that have lost a place in their article are few, and looked for.
CREATE INDEX IF NOT EXISTS claim_span_orphaned ON claim_span (claim) WHERE orphaned;

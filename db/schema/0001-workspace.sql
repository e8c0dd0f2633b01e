-- 0001-workspace.sql: the workspace as it was first drawn.
--
-- Column names are the names of the record fields (words/gs-records.c). A
-- reference holds the row number of what it refers to. A word of a closed
-- vocabulary is held as its nick, a list of texts as lines.
--
-- References are deferred and never cascade: what goes with a row is deleted
-- by name, in the same transaction, so that the changeset of an action holds
-- all of it and its inverse applies cleanly.

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- What the analyst does is recorded for the tables from here on. ------------

CREATE TABLE annotator (
  id   INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT
) STRICT;
CREATE INDEX annotator_name ON annotator (name COLLATE NOCASE);

-- The path is kept with the tag, and with every tag below it. Unique, which
-- saving sees to: a UNIQUE index would stop an undo that swaps two names.
CREATE TABLE tag (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  author      INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  created     TEXT,
  modified    TEXT,
  modified_by INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  parent      INTEGER REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
  name        TEXT,
  colour      TEXT,
  description TEXT,
  path        TEXT
) STRICT;
CREATE INDEX tag_path ON tag (path);
CREATE INDEX tag_parent ON tag (parent);

CREATE TABLE source (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  author      INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  created     TEXT,
  modified    TEXT,
  modified_by INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT NOT NULL,
  name        TEXT,
  part_of     INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  note        TEXT
) STRICT;
CREATE INDEX source_name ON source (name COLLATE NOCASE);
CREATE INDEX source_part_of ON source (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE source_alias (
  source   INTEGER NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  ordinal  INTEGER NOT NULL,
  language TEXT,
  name     TEXT,
  PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_alias_name ON source_alias (name COLLATE NOCASE);

CREATE TABLE source_affiliation (
  source  INTEGER NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  party   INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  "from"  TEXT,
  "to"    TEXT,
  PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_affiliation_party ON source_affiliation (party);

CREATE TABLE source_rating (
  source  INTEGER NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  grade   TEXT NOT NULL,
  topic   TEXT,
  basis   TEXT,
  at      TEXT,
  PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  author      INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  created     TEXT,
  modified    TEXT,
  modified_by INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  text        TEXT,
  answer      TEXT NOT NULL,
  exclusive   INTEGER NOT NULL CHECK (exclusive IN (0, 1)),
  ladder      TEXT,
  note        TEXT
) STRICT;
CREATE INDEX question_text ON question (text COLLATE NOCASE);

CREATE TABLE article (
  id                 INTEGER PRIMARY KEY,
  uuid               TEXT NOT NULL UNIQUE,
  author             INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  created            TEXT,
  modified           TEXT,
  modified_by        INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  title              TEXT,
  language           TEXT,
  url                TEXT,
  path               TEXT,
  outlet             TEXT,
  agency             TEXT,
  byline             TEXT,
  published_lo       TEXT,
  published_hi       TEXT,
  published_basis    TEXT NOT NULL,
  translation_of     INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  machine_translated INTEGER NOT NULL CHECK (machine_translated IN (0, 1)),
  near_duplicate_of  INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  media_type         TEXT,
  sha256             TEXT,
  note               TEXT
) STRICT;
CREATE INDEX article_arrival ON article (id);
CREATE INDEX article_sha256 ON article (sha256);
CREATE INDEX article_title ON article (title COLLATE NOCASE);
CREATE INDEX article_published ON article (published_lo);
CREATE INDEX article_language ON article (language);
CREATE INDEX article_outlet ON article (outlet COLLATE NOCASE);
CREATE INDEX article_translation ON article (translation_of) WHERE translation_of IS NOT NULL;
CREATE INDEX article_near_duplicate ON article (near_duplicate_of) WHERE near_duplicate_of IS NOT NULL;

-- What an extractor made of an article's bytes: the highest number counts.
-- Zones are [["title",0,80],…]: one row instead of twenty.
CREATE TABLE revision (
  id        INTEGER PRIMARY KEY,
  article   INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  number    INTEGER NOT NULL,
  body      INTEGER REFERENCES body DEFERRABLE INITIALLY DEFERRED,
  zones     TEXT NOT NULL,
  extractor TEXT,
  retrieved TEXT
) STRICT;
CREATE INDEX revision_article ON revision (article, number);

CREATE TABLE claim (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  author      INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  created     TEXT,
  modified    TEXT,
  modified_by INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  article     INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  question    INTEGER REFERENCES question DEFERRABLE INITIALLY DEFERRED,
  summary     TEXT,
  stance      TEXT NOT NULL,
  certainty   TEXT NOT NULL,
  status      TEXT NOT NULL,
  scope       TEXT,
  value       TEXT,
  ladder      TEXT,
  stage_lo    INTEGER NOT NULL,
  stage_hi    INTEGER NOT NULL,
  stage       TEXT,
  uttered_lo  TEXT,
  uttered_hi  TEXT,
  credibility INTEGER NOT NULL,
  likelihood  TEXT NOT NULL,
  confidence  TEXT NOT NULL,
  review      TEXT NOT NULL,
  note        TEXT
) STRICT;
CREATE INDEX claim_arrival ON claim (id);
CREATE INDEX claim_question ON claim (question, stance);
CREATE INDEX claim_modified ON claim (modified);

-- A span has an identity of its own, so that two may change places.
CREATE TABLE claim_span (
  uuid     TEXT NOT NULL PRIMARY KEY,
  claim    INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  ordinal  INTEGER NOT NULL,
  revision INTEGER REFERENCES revision DEFERRABLE INITIALLY DEFERRED,
  role     TEXT NOT NULL,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  exact    TEXT,
  prefix   TEXT,
  suffix   TEXT,
  orphaned INTEGER NOT NULL CHECK (orphaned IN (0, 1))
) STRICT;
CREATE INDEX claim_span_claim ON claim_span (claim, ordinal);
CREATE INDEX claim_span_revision ON claim_span (revision, start);

CREATE TABLE claim_hop (
  claim       INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  ordinal     INTEGER NOT NULL,
  source      INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  act         TEXT,
  mode        TEXT NOT NULL,
  count       INTEGER NOT NULL,
  date        TEXT,
  cue         TEXT,
  cue_start   INTEGER NOT NULL,
  cue_end     INTEGER NOT NULL,
  resolves_to INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  note        TEXT,
  PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_hop_source ON claim_hop (source, claim);
CREATE INDEX claim_hop_resolves_to ON claim_hop (resolves_to) WHERE resolves_to IS NOT NULL;

CREATE TABLE claim_slot (
  claim    INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  ordinal  INTEGER NOT NULL,
  name     TEXT,
  entity   TEXT,
  text     TEXT,
  language TEXT,
  PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_quantity (
  claim   INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  measure TEXT,
  lo      REAL,
  hi      REAL,
  lo_open INTEGER NOT NULL CHECK (lo_open IN (0, 1)),
  hi_open INTEGER NOT NULL CHECK (hi_open IN (0, 1)),
  unit    TEXT,
  hedge   TEXT,
  text    TEXT,
  PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_time (
  claim    INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  ordinal  INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  start_lo TEXT,
  start_hi TEXT,
  end_lo   TEXT,
  end_hi   TEXT,
  anchor   TEXT,
  text     TEXT,
  PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_tag (
  claim   INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  tag     INTEGER NOT NULL REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_tag_tag ON claim_tag (tag, claim);

CREATE TABLE link (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  author         INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  created        TEXT,
  modified       TEXT,
  modified_by    INTEGER REFERENCES annotator DEFERRABLE INITIALLY DEFERRED,
  a              INTEGER REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  b              INTEGER REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  kind           TEXT NOT NULL,
  origin         TEXT NOT NULL,
  rule           TEXT,
  conflict_class TEXT NOT NULL,
  score          REAL,
  explanation    TEXT,
  verdict        TEXT NOT NULL,
  reason         TEXT,
  judged         TEXT,
  note           TEXT
) STRICT;
CREATE INDEX link_arrival ON link (id);
CREATE INDEX link_a ON link (a);
CREATE INDEX link_b ON link (b);

-- Not recorded from here on. ------------------------------------------------

-- Bytes and texts are addressed by what they hold, shared, and never taken
-- away by an undo: so a redo needs no text in its changeset.
CREATE TABLE content (
  id     INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes  BLOB NOT NULL
) STRICT;

-- A text made of some bytes; NULL when the bytes are the text.
CREATE TABLE body (
  id      INTEGER PRIMARY KEY,
  content INTEGER NOT NULL REFERENCES content,
  sha256  TEXT NOT NULL, -- of the text
  length  INTEGER NOT NULL, -- code points
  text    TEXT,
  UNIQUE (content, sha256)
) STRICT;

-- What the analyst did: one row a transaction. A bulk import is several rows
-- of one step. Undone rows can be redone until they are dropped.
CREATE TABLE action (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  step      INTEGER NOT NULL,
  label     TEXT NOT NULL,
  at        TEXT NOT NULL,
  annotator TEXT,
  undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  dropped   INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX action_step ON action (step);
CREATE INDEX action_standing ON action (id) WHERE undone = 0;
CREATE INDEX action_redoable ON action (step) WHERE undone = 1 AND dropped = 0;

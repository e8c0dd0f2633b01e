-- 0007-board.sql: what the conflict on each question is like, kept until
-- something changes it, so that the board is read and not worked out.
--
-- As in 0005, nothing of this is recorded: app makes it, and makes it again
-- where it is missing. Questions are known by their row numbers from here on,
-- so that what belongs to one lies together.

DROP TRIGGER quiet_tag_more;
DROP TRIGGER quiet_tag_set;
DROP TRIGGER quiet_tag_less;
DROP TRIGGER quiet_source_set;
DROP TRIGGER quiet_side_more;
DROP TRIGGER quiet_side_set;
DROP TRIGGER quiet_side_less;
DROP TRIGGER quiet_question_set;
DROP TRIGGER quiet_article_set;
DROP TRIGGER quiet_link_more;
DROP TRIGGER quiet_link_set;
DROP TABLE question_quiet;
DROP TABLE standpoint_key;
DROP TABLE claim_standpoint;
DROP TABLE standpoint;

CREATE TABLE standpoint (
  id       INTEGER PRIMARY KEY,
  question INTEGER NOT NULL, -- 0 for none
  hash     INTEGER NOT NULL, -- of the account
  n        INTEGER NOT NULL, -- claims that take it, never 0
  account  TEXT NOT NULL
) STRICT;
CREATE INDEX standpoint_question ON standpoint (question, hash);

-- Each actor of an action, under which standpoints on other questions find it.
CREATE TABLE standpoint_key (
  key        INTEGER NOT NULL,
  question   INTEGER NOT NULL,
  standpoint INTEGER NOT NULL,
  PRIMARY KEY (key, question, standpoint)
) STRICT, WITHOUT ROWID;
CREATE INDEX standpoint_key_standpoint ON standpoint_key (standpoint);

CREATE TABLE claim_standpoint (
  claim      INTEGER PRIMARY KEY,
  standpoint INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_standpoint_members ON claim_standpoint (standpoint, claim);

-- What the board says of a question on which accounts oppose each other, in
-- the order of the board. Of other questions there is no row.
CREATE TABLE question_look (
  question           INTEGER PRIMARY KEY,
  cross_language     INTEGER NOT NULL CHECK (cross_language IN (0, 1)),
  self_contradiction INTEGER NOT NULL CHECK (self_contradiction IN (0, 1)),
  undecided          INTEGER NOT NULL, -- pairs without verdict, among those looked at
  told               BLOB NOT NULL -- the rest
) STRICT;
CREATE INDEX question_look_board ON question_look (question, cross_language, self_contradiction, undecided);

-- Questions that are to be looked at again; 0 stands for all.
CREATE TABLE question_due (
  question INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER question_look_less AFTER DELETE ON question BEGIN
  DELETE FROM question_look WHERE question = old.id;
  DELETE FROM question_due WHERE question = old.id;
END;

-- A verdict counts on the questions of its claims.
CREATE TRIGGER question_due_link_more AFTER INSERT ON link BEGIN
  INSERT INTO question_due SELECT question FROM claim
    WHERE id IN (new.a, new.b) AND question IS NOT NULL ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_link_set AFTER UPDATE ON link BEGIN
  INSERT INTO question_due SELECT question FROM claim
    WHERE id IN (old.a, old.b, new.a, new.b) AND question IS NOT NULL ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_link_less AFTER DELETE ON link BEGIN
  INSERT INTO question_due SELECT question FROM claim
    WHERE id IN (old.a, old.b) AND question IS NOT NULL ON CONFLICT DO NOTHING;
END;

-- What rules look up in an article counts wherever one of its claims does.
CREATE TRIGGER claim_due_article_set AFTER UPDATE ON article
WHEN old.title IS NOT new.title OR old.outlet IS NOT new.outlet OR old.language IS NOT new.language
  OR old.published_lo IS NOT new.published_lo OR old.published_hi IS NOT new.published_hi
  OR old.translation_of IS NOT new.translation_of OR old.near_duplicate_of IS NOT new.near_duplicate_of BEGIN
  INSERT INTO claim_due SELECT id FROM claim_index WHERE article = new.id ON CONFLICT DO NOTHING;
END;

-- What they look up elsewhere counts everywhere. A tag that stands alone is
-- above and below no other.
CREATE TRIGGER question_due_tag_more AFTER INSERT ON tag WHEN new.parent IS NOT NULL BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_tag_set AFTER UPDATE OF parent, name ON tag
WHEN old.parent IS NOT new.parent OR old.name IS NOT new.name BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_tag_less AFTER DELETE ON tag BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_source_set AFTER UPDATE OF kind, name, part_of ON source
WHEN old.kind IS NOT new.kind OR old.name IS NOT new.name OR old.part_of IS NOT new.part_of BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_side_more AFTER INSERT ON source_affiliation BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_side_set AFTER UPDATE ON source_affiliation BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_side_less AFTER DELETE ON source_affiliation BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER question_due_question_set AFTER UPDATE OF answer, exclusive, ladder ON question
WHEN old.answer IS NOT new.answer OR old.exclusive IS NOT new.exclusive OR old.ladder IS NOT new.ladder BEGIN
  INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING;
END;

INSERT INTO claim_due SELECT id FROM claim WHERE true ON CONFLICT DO NOTHING;

-- 0005-standpoints.sql: what the rules of contradiction compare.
--
-- Claims whose accounts are the same take one standpoint. What an account and
-- a key are is not known here: app makes them of the claims that are due, and
-- makes them again where they are missing. Nothing of this is recorded.

CREATE TABLE standpoint (
  id      INTEGER PRIMARY KEY,
  hash    INTEGER NOT NULL,
  account TEXT NOT NULL,
  n       INTEGER NOT NULL -- claims that take it, never 0
) STRICT;
CREATE INDEX standpoint_hash ON standpoint (hash);

-- Under which keys it is found, and that of its question.
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

-- Claims whose standpoint is to be made again.
CREATE TABLE claim_due (
  claim INTEGER PRIMARY KEY
) STRICT;

-- Keys of questions that are known to have no conflict.
CREATE TABLE question_quiet (
  question INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER claim_due_more AFTER INSERT ON claim BEGIN
  INSERT INTO claim_due VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_set AFTER UPDATE ON claim BEGIN
  INSERT INTO claim_due VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_less AFTER DELETE ON claim BEGIN
  INSERT INTO claim_due VALUES (old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_hop_more AFTER INSERT ON claim_hop BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_hop_set AFTER UPDATE ON claim_hop BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_hop_less AFTER DELETE ON claim_hop BEGIN
  INSERT INTO claim_due VALUES (old.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_slot_more AFTER INSERT ON claim_slot BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_slot_set AFTER UPDATE ON claim_slot BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_slot_less AFTER DELETE ON claim_slot BEGIN
  INSERT INTO claim_due VALUES (old.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_quantity_more AFTER INSERT ON claim_quantity BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_quantity_set AFTER UPDATE ON claim_quantity BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_quantity_less AFTER DELETE ON claim_quantity BEGIN
  INSERT INTO claim_due VALUES (old.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_time_more AFTER INSERT ON claim_time BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_time_set AFTER UPDATE ON claim_time BEGIN
  INSERT INTO claim_due VALUES (new.claim) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER claim_due_time_less AFTER DELETE ON claim_time BEGIN
  INSERT INTO claim_due VALUES (old.claim) ON CONFLICT DO NOTHING;
END;

-- What rules look up besides the claims: all questions are to be asked again.
CREATE TRIGGER quiet_tag_more AFTER INSERT ON tag BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_tag_set AFTER UPDATE OF parent, name ON tag BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_tag_less AFTER DELETE ON tag BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_source_set AFTER UPDATE OF kind, name, part_of ON source BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_side_more AFTER INSERT ON source_affiliation BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_side_set AFTER UPDATE ON source_affiliation BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_side_less AFTER DELETE ON source_affiliation BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_question_set AFTER UPDATE ON question BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_article_set AFTER UPDATE ON article BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_link_more AFTER INSERT ON link BEGIN DELETE FROM question_quiet; END;
CREATE TRIGGER quiet_link_set AFTER UPDATE ON link BEGIN DELETE FROM question_quiet; END;

INSERT INTO claim_due SELECT id FROM claim;

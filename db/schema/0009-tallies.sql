-- 0009-tallies.sql: what was read claim by claim is found by index, or counted.

-- Articles by date within a span of days, without reading each: an index that
-- holds all that is asked, in the order in which it is shown.
DROP INDEX IF EXISTS article_published;
CREATE INDEX article_published ON article (published_lo, id, published_hi, created);

-- Each link whose claim a answers a question, so that those on a question are
-- found neither along all links nor along all its claims. As everywhere, a
-- changeset may bring the link before its claim, or take the claim first.
CREATE TABLE link_question (
  link     INTEGER PRIMARY KEY,
  question INTEGER NOT NULL
) STRICT;
CREATE INDEX link_question_links ON link_question (question, link);

CREATE TRIGGER link_question_more AFTER INSERT ON link BEGIN
  INSERT INTO link_question SELECT new.id, question FROM claim WHERE id = new.a AND question IS NOT NULL
    ON CONFLICT DO UPDATE SET question = excluded.question;
END;
CREATE TRIGGER link_question_moves AFTER UPDATE OF a ON link WHEN old.a IS NOT new.a BEGIN
  DELETE FROM link_question WHERE link = new.id;
  INSERT INTO link_question SELECT new.id, question FROM claim WHERE id = new.a AND question IS NOT NULL
    ON CONFLICT DO UPDATE SET question = excluded.question;
END;
CREATE TRIGGER link_question_less AFTER DELETE ON link BEGIN
  DELETE FROM link_question WHERE link = old.id;
END;
CREATE TRIGGER link_question_claim_more AFTER INSERT ON claim WHEN new.question IS NOT NULL BEGIN
  INSERT INTO link_question SELECT id, new.question FROM link WHERE a = new.id
    ON CONFLICT DO UPDATE SET question = excluded.question;
END;
CREATE TRIGGER link_question_claim_moves AFTER UPDATE OF question ON claim WHEN old.question IS NOT new.question BEGIN
  DELETE FROM link_question WHERE link IN (SELECT id FROM link WHERE a = new.id);
  INSERT INTO link_question SELECT id, new.question FROM link WHERE a = new.id AND new.question IS NOT NULL;
END;
CREATE TRIGGER link_question_claim_less AFTER DELETE ON claim WHEN old.question IS NOT NULL BEGIN
  DELETE FROM link_question WHERE link IN (SELECT id FROM link WHERE a = old.id);
END;

-- Who relays whom: the outer source of two hops that follow each other, and the
-- inner one, in how many places of the claims on a question; 0 for all claims.
CREATE TABLE relay (
  question     INTEGER NOT NULL,
  outer_source INTEGER NOT NULL,
  inner_source INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  PRIMARY KEY (question, outer_source, inner_source)
) STRICT, WITHOUT ROWID;
CREATE INDEX relay_most ON relay (question, n DESC, outer_source, inner_source);

CREATE TRIGGER relay_none AFTER UPDATE OF n ON relay WHEN new.n = 0 BEGIN
  DELETE FROM relay
    WHERE question = new.question AND outer_source = new.outer_source AND inner_source = new.inner_source;
END;

-- One row for each pair of hops; ordinal is that of the outer one.
CREATE VIEW claim_relay (claim, ordinal, outer_source, inner_source) AS
  SELECT a.claim, a.ordinal, coalesce (a.resolves_to, a.source), coalesce (b.resolves_to, b.source)
    FROM claim_hop AS a JOIN claim_hop AS b ON b.claim = a.claim AND b.ordinal = a.ordinal + 1
    WHERE coalesce (a.resolves_to, a.source) <> coalesce (b.resolves_to, b.source);

CREATE TRIGGER relay_more AFTER INSERT ON claim_hop BEGIN
  INSERT INTO relay
    SELECT w.question, r.outer_source, r.inner_source, 1 FROM claim_relay AS r JOIN
      (SELECT 0 AS question UNION ALL SELECT question FROM claim WHERE id = new.claim AND question IS NOT NULL) AS w
      WHERE r.claim = new.claim AND r.ordinal IN (new.ordinal - 1, new.ordinal)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER relay_less BEFORE DELETE ON claim_hop BEGIN
  UPDATE relay SET n = n - 1 WHERE (question, outer_source, inner_source) IN (
    SELECT w.question, r.outer_source, r.inner_source FROM claim_relay AS r JOIN
      (SELECT 0 AS question UNION ALL SELECT question FROM claim WHERE id = old.claim AND question IS NOT NULL) AS w
      WHERE r.claim = old.claim AND r.ordinal IN (old.ordinal - 1, old.ordinal));
END;
CREATE TRIGGER relay_set_less BEFORE UPDATE OF source, resolves_to ON claim_hop
WHEN coalesce (old.resolves_to, old.source) IS NOT coalesce (new.resolves_to, new.source) BEGIN
  UPDATE relay SET n = n - 1 WHERE (question, outer_source, inner_source) IN (
    SELECT w.question, r.outer_source, r.inner_source FROM claim_relay AS r JOIN
      (SELECT 0 AS question UNION ALL SELECT question FROM claim WHERE id = old.claim AND question IS NOT NULL) AS w
      WHERE r.claim = old.claim AND r.ordinal IN (old.ordinal - 1, old.ordinal));
END;
CREATE TRIGGER relay_set_more AFTER UPDATE OF source, resolves_to ON claim_hop
WHEN coalesce (old.resolves_to, old.source) IS NOT coalesce (new.resolves_to, new.source) BEGIN
  INSERT INTO relay
    SELECT w.question, r.outer_source, r.inner_source, 1 FROM claim_relay AS r JOIN
      (SELECT 0 AS question UNION ALL SELECT question FROM claim WHERE id = new.claim AND question IS NOT NULL) AS w
      WHERE r.claim = new.claim AND r.ordinal IN (new.ordinal - 1, new.ordinal)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- A claim that comes to a question brings its hops, where they are there already.
CREATE TRIGGER relay_claim_more AFTER INSERT ON claim WHEN new.question IS NOT NULL BEGIN
  INSERT INTO relay
    SELECT new.question, outer_source, inner_source, count(*) FROM claim_relay WHERE claim = new.id GROUP BY 2, 3
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER relay_claim_moves AFTER UPDATE OF question ON claim WHEN old.question IS NOT new.question BEGIN
  UPDATE relay SET n = n - (SELECT count(*) FROM claim_relay AS r WHERE r.claim = old.id
                              AND r.outer_source = relay.outer_source AND r.inner_source = relay.inner_source)
    WHERE (question, outer_source, inner_source) IN
      (SELECT old.question, outer_source, inner_source FROM claim_relay WHERE claim = old.id);
  INSERT INTO relay
    SELECT new.question, outer_source, inner_source, count(*) FROM claim_relay
      WHERE claim = new.id AND new.question IS NOT NULL GROUP BY 2, 3
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER relay_claim_less AFTER DELETE ON claim WHEN old.question IS NOT NULL BEGIN
  UPDATE relay SET n = n - (SELECT count(*) FROM claim_relay AS r WHERE r.claim = old.id
                              AND r.outer_source = relay.outer_source AND r.inner_source = relay.inner_source)
    WHERE (question, outer_source, inner_source) IN
      (SELECT old.question, outer_source, inner_source FROM claim_relay WHERE claim = old.id);
END;

-- What follows from the records that are there already. -----------------------

INSERT INTO link_question
  SELECT l.id, c.question FROM link AS l JOIN claim AS c ON c.id = l.a WHERE c.question IS NOT NULL;
INSERT INTO relay
  SELECT 0, outer_source, inner_source, count(*) FROM claim_relay GROUP BY 2, 3;
INSERT INTO relay
  SELECT c.question, r.outer_source, r.inner_source, count(*) FROM claim_relay AS r JOIN claim AS c ON c.id = r.claim
    WHERE c.question IS NOT NULL GROUP BY 1, 2, 3;

-- 0010-due.sql: articles that are to be compared with the others are noted.
--
-- Whoever opens an article asks for them. Looking for what has no sketch, or
-- one of another text, passed by every article there is.

CREATE TABLE sketch_due (
  article INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER sketch_due_more AFTER INSERT ON article_index
WHEN new.body IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sketch WHERE article = new.id AND body = new.body) BEGIN
  INSERT INTO sketch_due VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER sketch_due_less AFTER DELETE ON article_index BEGIN
  DELETE FROM sketch_due WHERE article = old.id;
END;
CREATE TRIGGER sketch_due_made AFTER INSERT ON sketch
WHEN EXISTS (SELECT 1 FROM article_index WHERE id = new.article AND body = new.body) BEGIN
  DELETE FROM sketch_due WHERE article = new.article;
END;
CREATE TRIGGER sketch_due_made_again AFTER UPDATE ON sketch
WHEN EXISTS (SELECT 1 FROM article_index WHERE id = new.article AND body = new.body) BEGIN
  DELETE FROM sketch_due WHERE article = new.article;
END;

INSERT INTO sketch_due
  SELECT i.id FROM article_index AS i LEFT JOIN sketch AS s ON s.article = i.id
    WHERE i.body IS NOT NULL AND s.body IS NOT i.body;

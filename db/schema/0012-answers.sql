-- 0012-answers.sql: which claims answer a question, and with what, is read
-- without reading the claims.

-- In the order in which they came in, for a page of those that have a date.
CREATE INDEX IF NOT EXISTS claim_question_arrival ON claim (question, id);

-- Of the claims of a source, which lie all over the table.
CREATE INDEX IF NOT EXISTS claim_answer ON claim (id, question, stance);

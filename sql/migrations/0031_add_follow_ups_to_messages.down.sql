ALTER TABLE messages DROP COLUMN follow_up_of, DROP COLUMN follow_up;

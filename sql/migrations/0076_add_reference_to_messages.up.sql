-- The own name that the caller has for the row of a message, and what is of one name, newest first: reports message-page and message-page-back.
ALTER TABLE messages
  ADD COLUMN reference VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER packet_id,
  ADD INDEX idx_company_reference (company_id, reference, queued_at, id);

-- What was refused, and why; what a change has changed, before and after; who sat at the command line; what the events of a repeated request are found by.
ALTER TABLE audit_log
  MODIFY COLUMN kind ENUM('change', 'look', 'refusal') NOT NULL,
  ADD COLUMN code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER answer_status,
  ADD COLUMN cause_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER request_id,
  ADD COLUMN operator VARCHAR(100) NULL,
  ADD COLUMN changes JSON NULL;

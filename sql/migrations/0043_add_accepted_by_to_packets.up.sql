-- Who dropped a packet's file, used a list or ran its loading again: staff, where somebody said so.
ALTER TABLE packets ADD COLUMN accepted_by VARCHAR(200) NULL AFTER accepted_at;

-- How often a provider called again with the same.
ALTER TABLE webhook_events ADD COLUMN duplicates SMALLINT UNSIGNED NOT NULL DEFAULT 0 AFTER retries;

-- The brand that something was said to, where it was to one alone.
ALTER TABLE consent_ledger
  ADD COLUMN brand_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER family;

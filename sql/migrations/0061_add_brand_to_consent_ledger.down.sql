ALTER TABLE consent_ledger
  DROP COLUMN brand_id;

ALTER TABLE messages DROP INDEX idx_company_reference, DROP COLUMN reference;

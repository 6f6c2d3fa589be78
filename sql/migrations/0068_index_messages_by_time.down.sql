ALTER TABLE messages DROP INDEX idx_company_time;

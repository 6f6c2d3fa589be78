ALTER TABLE api_keys ADD INDEX idx_company (company_id, created_at);

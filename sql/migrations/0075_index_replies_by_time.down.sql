ALTER TABLE replies DROP INDEX idx_company_time;

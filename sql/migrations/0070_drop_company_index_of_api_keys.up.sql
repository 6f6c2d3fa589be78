-- No report reads keys by their company: the API reads them from the log.
ALTER TABLE api_keys DROP INDEX idx_company;

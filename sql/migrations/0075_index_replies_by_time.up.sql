-- What people wrote, newest first: report reply-page.
ALTER TABLE replies ADD INDEX idx_company_time (company_id, said_at, id);

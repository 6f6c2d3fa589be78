-- What did the company send, newest first: report message-page.
ALTER TABLE messages ADD INDEX idx_company_time (company_id, queued_at, id);

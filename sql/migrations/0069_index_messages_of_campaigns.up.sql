-- What did a campaign send, newest first, without looking at the messages of all others: report message-page.
ALTER TABLE messages ADD INDEX idx_campaign_time (company_id, campaign_id, queued_at, id);

ALTER TABLE messages DROP INDEX idx_campaign_time;

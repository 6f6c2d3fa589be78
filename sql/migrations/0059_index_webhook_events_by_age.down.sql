ALTER TABLE webhook_events DROP INDEX idx_status_received;

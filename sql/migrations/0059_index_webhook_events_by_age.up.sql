-- What is old enough for the archive, without looking at the rest.
ALTER TABLE webhook_events ADD INDEX idx_status_received (status, received_at);

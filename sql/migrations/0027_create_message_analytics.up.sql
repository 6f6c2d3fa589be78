-- Messages counted per campaign, packet, day, currency and writer. Rows without a currency count messages, the others add up costs.
CREATE TABLE message_analytics (
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  packet_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day DATE NOT NULL,
  currency VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  messages_queued INT NOT NULL DEFAULT 0,
  messages_sent INT NOT NULL DEFAULT 0,
  messages_delivered INT NOT NULL DEFAULT 0,
  messages_undelivered INT NOT NULL DEFAULT 0,
  messages_failed INT NOT NULL DEFAULT 0,
  messages_expired INT NOT NULL DEFAULT 0,
  messages_canceled INT NOT NULL DEFAULT 0,
  messages_read INT NOT NULL DEFAULT 0,
  messages_in_doubt INT NOT NULL DEFAULT 0,
  segments INT NOT NULL DEFAULT 0,
  cost_millionths BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, campaign_id, packet_id, day, currency, partition_name),
  -- report by-dates
  INDEX idx_company_day (company_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Requests of providers that brought replies, and how reading them went; what they said stands sealed in the log.
CREATE TABLE webhook_events (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider_account VARCHAR(200) NOT NULL,
  event_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider_reference VARCHAR(420) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status ENUM('waiting', 'processed', 'parked') NOT NULL,
  processed TINYINT(1) NOT NULL,
  error VARCHAR(100) NULL,
  retries SMALLINT UNSIGNED NOT NULL,
  received_at DATETIME(3) NOT NULL,
  processed_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- what is parked: report webhooks
  INDEX idx_company_status (company_id, status, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

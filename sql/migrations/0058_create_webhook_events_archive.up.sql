-- Requests of providers that were dealt with more than a month ago, as webhook_events had them; the night moves them, and drops them after 400 days.
CREATE TABLE webhook_events_archive (
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
  duplicates SMALLINT UNSIGNED NOT NULL,
  received_at DATETIME(3) NOT NULL,
  processed_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- what is to be dropped, and what a company was told on a day
  INDEX idx_received (received_at),
  INDEX idx_company_received (company_id, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

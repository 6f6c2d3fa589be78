-- Requests whose messages go from a time on that they named. What became of the messages stands with them, by the same packet.
CREATE TABLE scheduled_messages (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recipients INT UNSIGNED NOT NULL,
  scheduled_at DATETIME(3) NOT NULL,
  status ENUM('pending', 'failed', 'canceled') NOT NULL,
  created_by VARCHAR(100) NULL,
  created_at DATETIME(3) NOT NULL,
  changed_by VARCHAR(100) NULL,
  changed_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- what is to come: report scheduled
  INDEX idx_company_time (company_id, scheduled_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

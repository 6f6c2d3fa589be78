-- Everything that was said about a message, in the order of the log: late and repeated reports too.
CREATE TABLE message_status_history (
  message_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status ENUM('queued', 'sending', 'in_doubt', 'sent', 'delivered', 'undelivered', 'failed', 'expired', 'canceled', 'read') NOT NULL,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  provider_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  provider_reference VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  happened_at DATETIME(3) NOT NULL,
  PRIMARY KEY (message_id, position, ordinal)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Touches that became no message, in words. value is what stood in the file: forgetting nulls it.
CREATE TABLE failures (
  packet_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_row INT UNSIGNED NOT NULL,
  channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  touch_offset SMALLINT UNSIGNED NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome ENUM('rejected', 'skipped') NOT NULL,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sentence VARCHAR(500) NOT NULL,
  field VARCHAR(200) NULL,
  value VARCHAR(500) NULL,
  owner_message_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (packet_id, file_row, channel, touch_offset)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

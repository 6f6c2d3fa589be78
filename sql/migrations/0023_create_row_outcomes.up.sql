-- What each decided touch has come to. A touch without a row waits for its day. In the order of the file, packet by packet.
CREATE TABLE row_outcomes (
  packet_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_row INT UNSIGNED NOT NULL,
  channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  touch_offset SMALLINT UNSIGNED NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome ENUM('message', 'joined', 'rejected', 'skipped') NOT NULL,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  day DATE NOT NULL,
  decided_at DATETIME(3) NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (packet_id, file_row, channel, touch_offset)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

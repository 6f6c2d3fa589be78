-- What people wrote back, and what it came to. from_point and body are personal: forgetting nulls them.
CREATE TABLE replies (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  conversation_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  packet_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  file_row INT UNSIGNED NULL,
  message_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  appointment_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sender VARCHAR(254) NOT NULL,
  from_point VARCHAR(254) NULL,
  body TEXT NULL,
  media SMALLINT UNSIGNED NOT NULL,
  meaning ENUM('confirm', 'cancel', 'reschedule', 'stop', 'start', 'help', 'unclear') NULL,
  unclear_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  confidence DECIMAL(4, 3) NULL,
  via VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  assignee VARCHAR(100) NULL,
  said_at DATETIME(3) NOT NULL,
  received_at DATETIME(3) NOT NULL,
  read_at DATETIME(3) NULL,
  resolved_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- what did this person answer: report replies-from
  INDEX idx_from (company_id, from_point),
  -- the answers of a campaign's day: report answers
  INDEX idx_campaign (company_id, campaign_id, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Events that no row could be made of, set aside so that their partition goes on. A rebuild tries them again.
CREATE TABLE parked_events (
  partition_name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id VARCHAR(200) NOT NULL,
  event_type VARCHAR(64) NOT NULL,
  stream VARCHAR(100) NOT NULL,
  error VARCHAR(300) NOT NULL,
  parked_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (partition_name, position, ordinal)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

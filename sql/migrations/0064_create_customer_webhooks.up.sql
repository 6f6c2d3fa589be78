-- Where companies hear of their events. The address is shown without its query, which may hold a password; secrets stand nowhere here.
CREATE TABLE customer_webhooks (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  url VARCHAR(500) NULL,
  events VARCHAR(2000) NOT NULL,
  description VARCHAR(200) NULL,
  status ENUM('enabled', 'disabled', 'removed') NOT NULL,
  disabled_because VARCHAR(20) NULL,
  added_by VARCHAR(100) NOT NULL,
  added_at DATETIME(3) NOT NULL,
  disabled_at DATETIME(3) NULL,
  secret_rotated_at DATETIME(3) NULL,
  changed_at DATETIME(3) NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  KEY idx_company (company_id, status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

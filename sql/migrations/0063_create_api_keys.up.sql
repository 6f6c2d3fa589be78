-- Who may use the API of a company. Neither a key nor its hash stands here, and when it was used last is no matter of history: both are documents.
CREATE TABLE api_keys (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_name VARCHAR(100) NOT NULL,
  mode ENUM('live', 'test', 'team') NOT NULL,
  permissions JSON NOT NULL,
  last_four CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rate_limit_per_minute INT UNSIGNED NULL,
  rate_limit_per_hour INT UNSIGNED NULL,
  created_by VARCHAR(100) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NULL,
  replaces_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  replaced_by_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  revoked_at DATETIME(3) NULL,
  revoked_by VARCHAR(100) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  INDEX idx_company (company_id, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

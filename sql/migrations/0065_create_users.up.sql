-- Who signs in. No password or hash stands here; name and address are empty once the user was forgotten.
CREATE TABLE users (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email VARCHAR(254) NULL,
  full_name VARCHAR(100) NULL,
  role ENUM('owner', 'admin', 'manager', 'sender', 'viewer') NOT NULL,
  status ENUM('invited', 'active', 'removed') NOT NULL,
  email_verified TINYINT NOT NULL,
  has_totp TINYINT NOT NULL,
  invited_by VARCHAR(100) NOT NULL,
  invited_at DATETIME(3) NOT NULL,
  accepted_at DATETIME(3) NULL,
  last_login_at DATETIME(3) NULL,
  locked_until DATETIME(3) NULL,
  removed_at DATETIME(3) NULL,
  forgotten_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  INDEX idx_company (company_id, invited_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Contact points that want no messages of a family of channels, one row each; status says whether it still stands. is_global: of any company.
-- contact is the fingerprint that suppressions go by; contact_point and what was said null when the person is forgotten.
CREATE TABLE opt_outs (
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  contact VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  family ENUM('sms', 'whatsapp', 'voice', 'email', 'messenger', 'instagram') NOT NULL,
  contact_point VARCHAR(254) NULL,
  status ENUM('out', 'ended') NOT NULL,
  scope ENUM('channel', 'company', 'everywhere') NOT NULL,
  is_global TINYINT NOT NULL,
  opt_out_method VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  word VARCHAR(40) NULL,
  is_ambiguous TINYINT NOT NULL,
  is_misdirected TINYINT NOT NULL,
  from_number VARCHAR(254) NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  message_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  opted_out_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NULL,
  ended_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal INT UNSIGNED NOT NULL,
  PRIMARY KEY (company_id, contact, family),
  KEY idx_company_point (company_id, contact_point),
  KEY idx_company_time (company_id, opted_out_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

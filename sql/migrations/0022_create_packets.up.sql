-- Files attached to campaigns. The file's name may hold a person's name: forgetting nulls it.
CREATE TABLE packets (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_name VARCHAR(500) NULL,
  file_version INT UNSIGNED NULL,
  bytes BIGINT UNSIGNED NULL,
  md5 VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status ENUM('ingested', 'loaded', 'failed') NOT NULL,
  file_rows INT UNSIGNED NOT NULL,
  chunks INT UNSIGNED NOT NULL,
  failure_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failure_message VARCHAR(1000) NULL,
  accepted_at DATETIME(3) NULL,
  loaded_at DATETIME(3) NULL,
  failed_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- the packets of a campaign or company: reports by-packet, by-campaign, failures
  INDEX idx_company_campaign (company_id, campaign_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

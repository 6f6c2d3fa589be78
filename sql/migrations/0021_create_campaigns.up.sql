-- Sending campaigns. The newest version stands here; approved_version is the one that sends, and touches_per_row belongs to it.
CREATE TABLE campaigns (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NULL,
  status ENUM('draft', 'ready', 'active', 'paused', 'archived') NOT NULL,
  version INT UNSIGNED NOT NULL,
  approved_version INT UNSIGNED NULL,
  approved_by VARCHAR(200) NULL,
  touches_per_row SMALLINT UNSIGNED NOT NULL,
  newest_touches_per_row SMALLINT UNSIGNED NOT NULL,
  definition JSON NOT NULL,
  runs INT UNSIGNED NOT NULL,
  drafted_at DATETIME(3) NOT NULL,
  revised_at DATETIME(3) NULL,
  approved_at DATETIME(3) NULL,
  activated_at DATETIME(3) NULL,
  last_fired_at DATETIME(3) NULL,
  archived_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- the campaigns of a company: report by-campaign
  INDEX idx_company (company_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Decided touches counted per campaign, packet, day, outcome, code and writer.
CREATE TABLE touch_analytics (
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  packet_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day DATE NOT NULL,
  outcome VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  touches INT NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, campaign_id, packet_id, day, outcome, code, partition_name),
  -- report by-dates
  INDEX idx_company_day (company_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

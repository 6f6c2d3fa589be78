-- Which ways the messages of a company take. Its rules are said and replaced together, so they are one row: by channel, campaign and country, with
-- weight and priority. No row: nobody has ever said anything about it.
CREATE TABLE routing_rules (
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rules JSON NOT NULL,
  rule_count SMALLINT UNSIGNED NOT NULL,
  stopped_ways SMALLINT UNSIGNED NOT NULL,
  set_by VARCHAR(100) NULL,
  set_at DATETIME(3) NULL,
  changed_at DATETIME(3) NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (company_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

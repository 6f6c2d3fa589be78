-- Who changed what, and who looked at people, with the request that it came with. Where from is empty once its key is gone.
CREATE TABLE audit_log (
  id VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  happened_at DATETIME(3) NOT NULL,
  kind ENUM('change', 'look') NOT NULL,
  done_by VARCHAR(100) NOT NULL,
  operation VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subjects JSON NOT NULL,
  answer_status SMALLINT UNSIGNED NOT NULL,
  shown INT UNSIGNED NULL,
  request_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address VARCHAR(100) NULL,
  agent VARCHAR(300) NULL,
  PRIMARY KEY (id),
  INDEX idx_company_time (company_id, happened_at),
  INDEX idx_company_who (company_id, done_by, happened_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

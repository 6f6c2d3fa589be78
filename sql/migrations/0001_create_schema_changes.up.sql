-- The history of this schema: one row for every migration applied or taken back. A row without applied_at was begun and interrupted.
CREATE TABLE IF NOT EXISTS schema_changes (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  version VARCHAR(20) NOT NULL,
  direction ENUM('up', 'down') NOT NULL,
  change_type ENUM('table_create', 'table_alter', 'index_create', 'data_migration') NULL,
  table_name VARCHAR(100) NULL,
  change_description TEXT NULL,
  applied_by VARCHAR(100) NULL,
  applied_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  INDEX idx_version (version),
  INDEX idx_applied_at (applied_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

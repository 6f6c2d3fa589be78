-- How far each partition of the log stands in these tables; changes in the same transaction as they do. Partitions belong to no company.
CREATE TABLE projection_checkpoints (
  partition_name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  projected_at DATETIME(3) NULL,
  PRIMARY KEY (partition_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

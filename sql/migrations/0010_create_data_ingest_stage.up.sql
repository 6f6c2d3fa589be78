-- How far a packet has come on its way from a file to messages.
CREATE TABLE data_ingest_stage (
  code VARCHAR(20) NOT NULL,
  position TINYINT UNSIGNED NOT NULL,
  is_final BOOLEAN NOT NULL,
  name VARCHAR(60) NOT NULL,
  description VARCHAR(255) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

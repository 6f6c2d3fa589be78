-- What a template can do with a field of a row.
CREATE TABLE message_functions (
  code VARCHAR(40) NOT NULL,
  name VARCHAR(60) NOT NULL,
  example VARCHAR(120) NOT NULL,
  description VARCHAR(255) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

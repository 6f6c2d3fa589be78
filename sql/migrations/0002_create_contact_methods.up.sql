-- The ways in which a person can be reached. The same for every company, like all tables that migrations fill.
CREATE TABLE contact_methods (
  code VARCHAR(20) NOT NULL,
  name VARCHAR(60) NOT NULL,
  contact_point ENUM('phone', 'email', 'account') NOT NULL,
  description VARCHAR(255) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

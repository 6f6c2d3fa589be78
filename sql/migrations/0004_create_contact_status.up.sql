-- What can become of a message and of a touch. A message's status only gives way to one of a higher rank.
CREATE TABLE contact_status (
  code VARCHAR(20) NOT NULL,
  applies_to ENUM('message', 'touch') NOT NULL,
  status_rank TINYINT UNSIGNED NOT NULL,
  is_final BOOLEAN NOT NULL,
  name VARCHAR(60) NOT NULL,
  description VARCHAR(255) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

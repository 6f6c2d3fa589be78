-- Which provider serves which way of reaching a person.
CREATE TABLE contact_method_providers (
  method_code VARCHAR(20) NOT NULL,
  provider VARCHAR(40) NOT NULL,
  name VARCHAR(60) NOT NULL,
  is_simulated BOOLEAN NOT NULL,
  can_look_up BOOLEAN NOT NULL,
  PRIMARY KEY (method_code, provider),
  CONSTRAINT fk_contact_method_providers_method FOREIGN KEY (method_code) REFERENCES contact_methods (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

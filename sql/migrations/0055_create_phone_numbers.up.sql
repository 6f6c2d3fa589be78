-- Numbers of companies. A number that was given back keeps its row until somebody has it again.
CREATE TABLE phone_numbers (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phone_number VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number_type ENUM('long_code', 'toll_free', 'abroad') NOT NULL,
  area_code CHAR(3) NULL,
  registration_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  registered_as VARCHAR(40) NULL,
  provider VARCHAR(40) NOT NULL,
  account_id VARCHAR(200) NOT NULL,
  provider_number_id VARCHAR(200) NULL,
  status ENUM('buying', 'owned', 'assigning', 'assigned', 'releasing', 'released') NOT NULL,
  is_suspended BOOLEAN NOT NULL,
  status_reason VARCHAR(500) NULL,
  purchased_at DATETIME(3) NULL,
  assigned_at DATETIME(3) NULL,
  suspended_at DATETIME(3) NULL,
  released_at DATETIME(3) NULL,
  changed_at DATETIME(3) NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

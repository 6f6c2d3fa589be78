-- Brands that users see who do not see all of them.
CREATE TABLE user_brands (
  user_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  brand_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  given_by VARCHAR(100) NOT NULL,
  given_at DATETIME(3) NOT NULL,
  taken_at DATETIME(3) NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (user_id, brand_id),
  INDEX idx_company_brand (company_id, brand_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

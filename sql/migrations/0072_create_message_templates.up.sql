-- Texts that a company keeps. The newest version stands here; a campaign holds the words that it took, and names the template in its definition.
CREATE TABLE message_templates (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  company_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  template_name VARCHAR(200) NOT NULL,
  channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  locale VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status ENUM('kept', 'retired') NOT NULL,
  version SMALLINT UNSIGNED NOT NULL,
  template_content JSON NOT NULL,
  variables JSON NOT NULL,
  created_by VARCHAR(100) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  position BIGINT UNSIGNED NOT NULL,
  ordinal SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (id),
  -- the templates of a company: report templates
  INDEX idx_company (company_id, template_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

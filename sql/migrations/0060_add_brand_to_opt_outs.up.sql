-- An opt-out is of one brand, or of all that the company has (empty): one row for each.
ALTER TABLE opt_outs
  ADD COLUMN brand_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER family,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (company_id, contact, family, brand_id);

ALTER TABLE opt_outs
  DROP PRIMARY KEY,
  DROP COLUMN brand_id,
  ADD PRIMARY KEY (company_id, contact, family);

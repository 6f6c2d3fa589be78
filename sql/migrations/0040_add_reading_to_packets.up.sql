-- What was understood of a packet's file, what was left out, and which request or event each stage came from.
-- A sheet's name may name a person: forgetting nulls it.
ALTER TABLE packets
  ADD COLUMN file_format VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER md5,
  ADD COLUMN container VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER file_format,
  ADD COLUMN encoding VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER container,
  ADD COLUMN delimiter_name VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER encoding,
  ADD COLUMN sheet_name VARCHAR(200) NULL AFTER delimiter_name,
  ADD COLUMN file_columns INT UNSIGNED NULL AFTER sheet_name,
  ADD COLUMN hidden_columns INT UNSIGNED NULL AFTER file_columns,
  ADD COLUMN other_sheets INT UNSIGNED NULL AFTER hidden_columns,
  ADD COLUMN notes VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER other_sheets,
  ADD COLUMN accepted_cause VARCHAR(200) NULL AFTER accepted_at,
  ADD COLUMN loaded_cause VARCHAR(200) NULL AFTER loaded_at,
  ADD COLUMN failed_cause VARCHAR(200) NULL AFTER failed_at;

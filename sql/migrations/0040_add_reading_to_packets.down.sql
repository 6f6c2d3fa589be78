ALTER TABLE packets
  DROP COLUMN file_format, DROP COLUMN container, DROP COLUMN encoding, DROP COLUMN delimiter_name, DROP COLUMN sheet_name,
  DROP COLUMN file_columns, DROP COLUMN hidden_columns, DROP COLUMN other_sheets, DROP COLUMN notes,
  DROP COLUMN accepted_cause, DROP COLUMN loaded_cause, DROP COLUMN failed_cause;

ALTER TABLE packets DROP COLUMN accepted_by;

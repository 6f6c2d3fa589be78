ALTER TABLE packets DROP COLUMN list_state, DROP COLUMN vanished, DROP COLUMN relisted, DROP COLUMN confirmed_by;

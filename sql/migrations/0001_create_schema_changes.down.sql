DROP TABLE IF EXISTS schema_changes;

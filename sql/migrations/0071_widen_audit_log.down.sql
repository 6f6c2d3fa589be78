-- Refusals that were noted stay.
ALTER TABLE audit_log DROP COLUMN code, DROP COLUMN cause_id, DROP COLUMN operator, DROP COLUMN changes;

DELETE FROM data_ingest_stage WHERE position BETWEEN 1 AND 6;

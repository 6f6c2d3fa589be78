DROP TABLE data_ingest_stage;

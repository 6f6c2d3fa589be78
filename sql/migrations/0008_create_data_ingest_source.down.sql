DROP TABLE data_ingest_source;

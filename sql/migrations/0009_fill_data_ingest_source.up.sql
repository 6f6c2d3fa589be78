-- The ways in which a file can arrive today.
INSERT INTO data_ingest_source (code, name, description) VALUES
  ('drop', 'Drop folder', 'A file put into the drop bucket, in the folder of its company and campaign'),
  ('command_line', 'Command line', 'A file handed over with carillon drop or carillon demo'),
  ('sweep', 'Hourly sweep', 'A file found in the drop bucket that nobody had announced');

-- The stages in their order.
INSERT INTO data_ingest_stage (code, position, is_final, name, description) VALUES
  ('ingested', 1, FALSE, 'Received', 'The file has arrived and belongs to a campaign'),
  ('loaded', 2, FALSE, 'Loaded', 'Every row of the file stands in the log'),
  ('mapped', 3, FALSE, 'Mapped', 'The columns of the file are matched with the fields of the campaign'),
  ('queued', 4, FALSE, 'Queued', 'Messages are written and wait for their hour'),
  ('complete', 5, TRUE, 'Complete', 'Every row has come to its end'),
  ('failed', 6, TRUE, 'Failed', 'The file cannot be used; the packet says why and what to do');

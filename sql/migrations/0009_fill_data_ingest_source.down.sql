DELETE FROM data_ingest_source WHERE code IN ('drop', 'command_line', 'sweep');

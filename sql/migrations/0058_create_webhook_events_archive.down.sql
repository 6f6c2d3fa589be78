DROP TABLE webhook_events_archive;

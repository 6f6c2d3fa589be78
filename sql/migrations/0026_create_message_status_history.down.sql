DROP TABLE message_status_history;

DROP TABLE message_analytics;

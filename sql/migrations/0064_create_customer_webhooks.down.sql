DROP TABLE customer_webhooks;

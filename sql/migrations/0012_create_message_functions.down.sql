DROP TABLE message_functions;

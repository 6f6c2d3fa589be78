-- Numbers, e-mail addresses (254 octets, RFC 5321, letters of any script) and the ids of pages. Upper and lower case differ before the @.
ALTER TABLE messages
  MODIFY COLUMN from_number VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  MODIFY COLUMN to_number VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

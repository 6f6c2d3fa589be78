ALTER TABLE phone_numbers DROP COLUMN verification;

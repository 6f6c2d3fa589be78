-- Toll-free numbers are verified by carriers, not registered.
ALTER TABLE phone_numbers ADD COLUMN verification ENUM('verified', 'rejected') NULL AFTER status;

DELETE FROM contact_methods WHERE code IN ('sms');

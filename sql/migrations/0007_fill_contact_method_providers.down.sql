DELETE FROM contact_method_providers WHERE provider IN ('simulator', 'twilio');

DELETE FROM contact_method_providers WHERE NOT (method_code = 'sms' AND provider IN ('simulator', 'twilio'));

DELETE FROM contact_methods WHERE code IN ('mms', 'whatsapp', 'voice', 'email', 'messenger', 'instagram');

-- Text messages. Other methods come with the migration of the issue that builds them.
INSERT INTO contact_methods (code, name, contact_point, description) VALUES
  ('sms', 'Text message', 'phone', 'A text to a mobile phone, counted in segments');

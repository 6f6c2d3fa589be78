-- The other ways in which a person can be reached. Who carries them comes with a migration of its own.
INSERT INTO contact_methods (code, name, contact_point, description) VALUES
  ('mms', 'Picture message', 'phone', 'A text with pictures to a mobile phone, counted by the piece'),
  ('whatsapp', 'WhatsApp', 'phone', 'A message on WhatsApp, outside of a conversation an approved text'),
  ('voice', 'Call', 'phone', 'A call that speaks, also to landlines and answering machines'),
  ('email', 'E-mail', 'email', 'A mail in plain text or HTML'),
  ('messenger', 'Messenger', 'account', 'A message on Messenger to somebody whom the page knows'),
  ('instagram', 'Instagram', 'account', 'A message on Instagram to somebody whom the page knows');

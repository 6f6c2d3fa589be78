-- The other ways in which a person can be reached, and who carries them.
INSERT INTO contact_method_providers (method_code, provider, name, is_simulated, can_look_up) VALUES
  ('mms', 'simulator', 'Simulated phone network', TRUE, TRUE),
  ('whatsapp', 'simulator', 'Simulated phone network', TRUE, TRUE),
  ('voice', 'simulator', 'Simulated phone network', TRUE, TRUE),
  ('email', 'simulator', 'Simulated mailbox', TRUE, FALSE),
  ('mms', 'twilio', 'Twilio', FALSE, TRUE),
  ('whatsapp', 'twilio', 'Twilio', FALSE, TRUE),
  ('voice', 'twilio', 'Twilio', FALSE, TRUE),
  ('sms', 'telnyx', 'Telnyx', FALSE, FALSE),
  ('mms', 'telnyx', 'Telnyx', FALSE, FALSE),
  ('email', 'smtp', 'Mail server', FALSE, FALSE),
  ('sms', 'bandwidth', 'Bandwidth', FALSE, FALSE),
  ('mms', 'bandwidth', 'Bandwidth', FALSE, FALSE),
  ('sms', 'messagebird', 'MessageBird', FALSE, TRUE),
  ('messenger', 'meta', 'Meta', FALSE, FALSE),
  ('instagram', 'meta', 'Meta', FALSE, FALSE);

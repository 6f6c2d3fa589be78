-- can_look_up: the provider can be asked what became of a message whose answer was lost.
INSERT INTO contact_method_providers (method_code, provider, name, is_simulated, can_look_up) VALUES
  ('sms', 'simulator', 'Simulated phone network', TRUE, TRUE),
  ('sms', 'twilio', 'Twilio', FALSE, TRUE);

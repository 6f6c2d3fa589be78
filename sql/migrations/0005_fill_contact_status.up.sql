-- The ten statuses of a message and the four places of a touch that is no message of its own.
INSERT INTO contact_status (code, applies_to, status_rank, is_final, name, description) VALUES
  ('queued', 'message', 0, FALSE, 'Queued', 'Written, and waiting for its hour'),
  ('sending', 'message', 1, FALSE, 'Sending', 'On its way to the provider'),
  ('in_doubt', 'message', 2, FALSE, 'In doubt', 'The provider may or may not have it; held until that is known'),
  ('sent', 'message', 3, FALSE, 'Sent', 'Accepted by the provider'),
  ('delivered', 'message', 4, TRUE, 'Delivered', 'Arrived on the phone'),
  ('undelivered', 'message', 4, TRUE, 'Not delivered', 'The network could not hand it over'),
  ('failed', 'message', 4, TRUE, 'Failed', 'Could not be sent'),
  ('expired', 'message', 4, TRUE, 'Expired', 'Its time passed before it could be sent'),
  ('canceled', 'message', 4, TRUE, 'Canceled', 'Taken back before it was sent'),
  ('read', 'message', 5, TRUE, 'Read', 'Opened by the person'),
  ('waiting', 'touch', 0, FALSE, 'Waiting', 'Its day has not come yet'),
  ('joined', 'touch', 1, TRUE, 'Joined', 'Part of the message of another row'),
  ('rejected', 'touch', 1, TRUE, 'Rejected', 'Cannot become a message: something in the row is wrong or missing'),
  ('skipped', 'touch', 1, TRUE, 'Skipped', 'Must not become a message, for instance because it is a duplicate');

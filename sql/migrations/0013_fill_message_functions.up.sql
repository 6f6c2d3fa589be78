-- The filters of templates, written after a field and a bar.
INSERT INTO message_functions (code, name, example, description) VALUES
  ('name', 'Name', '{{ firstName | name }}', 'Writes a name as a person would: capital letters, no spaces around it'),
  ('date', 'Date', '{{ appointmentAt | date: ''%a %b %-d'' }}', 'Writes the day in the zone of the campaign, in the given form'),
  ('time', 'Time', '{{ appointmentAt | time }}', 'Writes the time of day in the zone of the campaign'),
  ('phone', 'Phone', '{{ phone | phone }}', 'Writes a phone number as people of its country do');

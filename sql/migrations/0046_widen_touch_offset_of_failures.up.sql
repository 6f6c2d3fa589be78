-- The firings of a recurring campaign are touches with places of their own, counted by the minute.
ALTER TABLE failures MODIFY touch_offset INT UNSIGNED NOT NULL;

-- Messages that no touch asked for, and the message that made each of them necessary.
ALTER TABLE messages
  ADD COLUMN follow_up VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER touch_offset,
  ADD COLUMN follow_up_of VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER follow_up;

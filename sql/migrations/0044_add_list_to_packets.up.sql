-- A full list: how far it was compared with the one before, how many appointments it lacks and has again, and who let that stand.
ALTER TABLE packets
  ADD COLUMN list_state ENUM('full', 'held', 'confirmed', 'compared') NULL AFTER status,
  ADD COLUMN vanished INT UNSIGNED NULL AFTER list_state,
  ADD COLUMN relisted INT UNSIGNED NULL AFTER vanished,
  ADD COLUMN confirmed_by VARCHAR(200) NULL AFTER relisted;

ALTER TABLE replies
  MODIFY meaning ENUM('confirm', 'cancel', 'reschedule', 'stop', 'start', 'help', 'unclear') NULL;

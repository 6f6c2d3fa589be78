-- Keywords, and answers to a question about consent.
ALTER TABLE replies
  MODIFY meaning ENUM('confirm', 'cancel', 'reschedule', 'stop', 'start', 'help', 'unclear', 'keyword', 'yes', 'no') NULL;

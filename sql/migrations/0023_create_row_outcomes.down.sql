DROP TABLE row_outcomes;

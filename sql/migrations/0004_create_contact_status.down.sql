DROP TABLE contact_status;

DROP TABLE contact_methods;

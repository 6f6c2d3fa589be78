DROP TABLE contact_method_providers;

DELETE FROM contact_status WHERE applies_to IN ('message', 'touch');

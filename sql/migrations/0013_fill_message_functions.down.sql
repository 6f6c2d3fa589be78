DELETE FROM message_functions WHERE code IN ('name', 'date', 'time', 'phone');

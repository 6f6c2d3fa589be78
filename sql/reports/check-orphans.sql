-- Rows whose other half is missing. The tables have no foreign keys, because their streams arrive one by one: what lags behind shows here
-- for a moment, what stays here is wrong. No row means that all is well.
SELECT 'messages of an unknown packet' AS problem, COUNT(*) AS row_count, MIN(m.id) AS example
FROM messages AS m LEFT JOIN packets AS p ON p.id = m.packet_id
WHERE p.id IS NULL AND (m.follow_up IS NULL OR m.follow_up <> 'consent')
HAVING COUNT(*) > 0
UNION ALL
SELECT 'messages of an unknown campaign' AS problem, COUNT(*) AS row_count, MIN(m.id) AS example
FROM messages AS m LEFT JOIN campaigns AS c ON c.id = m.campaign_id
WHERE c.id IS NULL
HAVING COUNT(*) > 0
UNION ALL
SELECT 'packets of an unknown campaign' AS problem, COUNT(*) AS row_count, MIN(p.id) AS example
FROM packets AS p LEFT JOIN campaigns AS c ON c.id = p.campaign_id
WHERE c.id IS NULL
HAVING COUNT(*) > 0
UNION ALL
SELECT 'campaigns of an unknown company' AS problem, COUNT(*) AS row_count, MIN(c.id) AS example
FROM campaigns AS c LEFT JOIN companies AS k ON k.company_id = c.company_id
WHERE k.company_id IS NULL
HAVING COUNT(*) > 0
UNION ALL
SELECT 'status history of an unknown message' AS problem, COUNT(*) AS row_count, MIN(h.message_id) AS example
FROM message_status_history AS h LEFT JOIN messages AS m ON m.id = h.message_id
WHERE m.id IS NULL
HAVING COUNT(*) > 0
UNION ALL
SELECT 'decided touches of an unknown packet' AS problem, COUNT(*) AS row_count, MIN(o.packet_id) AS example
FROM row_outcomes AS o LEFT JOIN packets AS p ON p.id = o.packet_id
WHERE p.id IS NULL
HAVING COUNT(*) > 0
UNION ALL
SELECT 'touches whose message is missing' AS problem, COUNT(*) AS row_count, MIN(o.message_id) AS example
FROM row_outcomes AS o LEFT JOIN messages AS m ON m.id = o.message_id
WHERE o.outcome = 'message' AND m.id IS NULL
HAVING COUNT(*) > 0
UNION ALL
SELECT 'messages whose touch is missing' AS problem, COUNT(*) AS row_count, MIN(m.id) AS example
FROM messages AS m
LEFT JOIN row_outcomes AS o
  ON o.packet_id = m.packet_id AND o.file_row = m.file_row AND o.channel = m.channel AND o.touch_offset = m.touch_offset
WHERE o.packet_id IS NULL AND (m.follow_up IS NULL OR m.follow_up = 'correction')
HAVING COUNT(*) > 0

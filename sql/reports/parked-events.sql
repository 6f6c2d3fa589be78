-- Events that no row could be made of, newest first.
-- Parameters: limit.
SELECT partition_name, position, ordinal, company_id, event_id, event_type, stream, error, parked_at
FROM parked_events
ORDER BY parked_at DESC, partition_name, position, ordinal
LIMIT :limit

-- Requests that brought replies, by how reading them went (waiting, processed, parked), oldest first.
-- Parameters: companyId, status, limit.
SELECT id AS reply_id, provider, provider_account, event_type, provider_reference, received_at, processed_at, retries, error
FROM webhook_events
WHERE company_id = :companyId AND status = :status
ORDER BY received_at, id
LIMIT :limit

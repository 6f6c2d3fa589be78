-- Requests whose messages go later, the next ones first.
-- Parameters: companyId, from (the first time, inclusive), limit.
SELECT id AS request_id, campaign_id, recipients, scheduled_at, status, created_by, created_at, changed_by, changed_at
FROM scheduled_messages
WHERE company_id = :companyId AND scheduled_at >= :from
ORDER BY scheduled_at, id
LIMIT :limit

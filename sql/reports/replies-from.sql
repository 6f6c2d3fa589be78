-- What somebody wrote back, newest first.
-- Parameters: companyId, phone (E.164; or the address or id), limit.
SELECT id AS reply_id, channel, sender, received_at, said_at, body, meaning, unclear_code, campaign_id, message_id, assignee, resolved_at
FROM replies
WHERE company_id = :companyId AND from_point = :phone
ORDER BY received_at DESC, id
LIMIT :limit

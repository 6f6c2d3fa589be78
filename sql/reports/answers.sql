-- What people answered to a campaign in a stretch of time, in the order of its files: several of a row in the order in which they were said.
-- Parameters: companyId, campaignId, from (included), to (not any more), limit.
SELECT id AS reply_id, packet_id, file_row, message_id, channel, meaning, unclear_code, via, said_at, body
FROM replies
WHERE company_id = :companyId AND campaign_id = :campaignId AND received_at >= :from AND received_at < :to
ORDER BY packet_id, file_row, said_at, id
LIMIT :limit

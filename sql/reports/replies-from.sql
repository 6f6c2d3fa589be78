-- What somebody wrote back, newest first.
-- Parameters: companyId, phone (E.164; or the address or id), limit.
-- campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT id AS reply_id, channel, sender, received_at, said_at, body, meaning, unclear_code, campaign_id, message_id, assignee, resolved_at
FROM replies
WHERE company_id = :companyId AND from_point = :phone
  AND (:campaigns IS NULL OR ((campaign_id IS NULL OR FIND_IN_SET(campaign_id, :campaigns)) AND FIND_IN_SET(sender, :senders)))
ORDER BY received_at DESC, id
LIMIT :limit

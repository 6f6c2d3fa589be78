-- What somebody wrote back, newest first, a page at a time.
-- Parameters: companyId, phone (E.164; or the address or id); beforeAt (null: the first page), beforeId: the last row of the page before; limit.
-- campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT id, channel, campaign_id, message_id, sender, said_at, body, meaning, unclear_code, assignee, resolved_at
FROM replies
WHERE company_id = :companyId AND from_point = :phone AND (:beforeAt IS NULL OR said_at < :beforeAt OR (said_at = :beforeAt AND id < :beforeId))
  AND (:campaigns IS NULL OR ((campaign_id IS NULL OR FIND_IN_SET(campaign_id, :campaigns)) AND FIND_IN_SET(sender, :senders)))
ORDER BY said_at DESC, id DESC
LIMIT :limit

-- What people wrote back, newest first, a page at a time.
-- Parameters: companyId; state (resolved: somebody looked after it; null: all); campaignId, channel, sender, code, assignee (null: all; empty: nobody);
-- beforeAt (null: the first page), beforeId: the last row of the page before; limit.
-- campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT id, channel, campaign_id, message_id, sender, from_point, said_at, body, meaning, unclear_code, assignee, resolved_at
FROM replies
WHERE company_id = :companyId AND (:state IS NULL OR resolved_at IS NOT NULL)
  AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:channel IS NULL OR channel = :channel) AND (:sender IS NULL OR sender = :sender)
  AND (:code IS NULL OR unclear_code = :code) AND (:assignee IS NULL OR COALESCE(assignee, '') = :assignee)
  AND (:beforeAt IS NULL OR said_at < :beforeAt OR (said_at = :beforeAt AND id < :beforeId))
  AND (:campaigns IS NULL OR ((campaign_id IS NULL OR FIND_IN_SET(campaign_id, :campaigns)) AND FIND_IN_SET(sender, :senders)))
ORDER BY said_at DESC, id DESC
LIMIT :limit

-- Messages by where they stand now, with how many of them a provider has accepted and how many no touch asked for; from the rows themselves, to be compared with the log.
-- Parameters: companyId; campaignId (null: all).
SELECT status, COUNT(*) AS messages, COUNT(sent_at) AS sent, COUNT(follow_up) AS follow_ups
FROM messages
WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId)
GROUP BY status
ORDER BY status

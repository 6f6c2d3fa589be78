-- Messages by where they stand now, with how many of them a provider has accepted; from the rows themselves, to be compared with the log.
-- Parameters: companyId; campaignId (null: all).
SELECT status, COUNT(*) AS messages, COUNT(sent_at) AS sent
FROM messages
WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId)
GROUP BY status
ORDER BY status

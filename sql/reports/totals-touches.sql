-- Decided touches by what they came to; from the rows themselves, to be compared with the log.
-- Parameters: companyId; campaignId (null: all).
SELECT outcome, code, COUNT(*) AS touches
FROM row_outcomes
WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId)
GROUP BY outcome, code
ORDER BY outcome, code

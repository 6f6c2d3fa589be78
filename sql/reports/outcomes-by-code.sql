-- Why touches became no message, most frequent first.
-- Parameters: companyId; campaignId, packetId (null: all), campaigns (null: all; else a list with commas).
SELECT outcome, code, CAST(SUM(touches) AS SIGNED) AS touches
FROM touch_analytics
WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns)) AND (:packetId IS NULL OR packet_id = :packetId)
  AND outcome <> 'message'
GROUP BY outcome, code
ORDER BY SUM(touches) DESC, outcome, code

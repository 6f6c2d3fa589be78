-- Rows of the files that became no message, in words, in the order of the files.
-- Parameters: companyId; campaignId, packetId (null: all); limit.
SELECT
  p.file_name AS file,
  f.file_row AS `row`,
  f.channel AS channel,
  f.outcome AS outcome,
  f.code AS code,
  f.sentence AS what_happened,
  f.field AS field,
  f.value AS value,
  f.owner_message_id AS first_message,
  f.failed_at AS failed_at
FROM packets AS p
JOIN failures AS f ON f.packet_id = p.id
WHERE p.company_id = :companyId AND (:campaignId IS NULL OR p.campaign_id = :campaignId) AND (:packetId IS NULL OR p.id = :packetId)
ORDER BY f.packet_id, f.file_row, f.channel, f.touch_offset
LIMIT :limit

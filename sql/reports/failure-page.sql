-- Rows of the files that became no message, in words, in the order of the packets and their files, a page at a time.
-- Parameters: companyId; campaignId, packetId (null: all), campaigns (null: all; else a list with commas); afterPacket (null: the first page), afterRow, afterChannel, afterOffset: the last row of the page before; limit.
SELECT f.packet_id AS packet_id, p.file_name AS file, f.file_row AS `row`, f.channel AS channel, f.touch_offset AS touch_offset, f.outcome AS outcome, f.code AS code,
  f.sentence AS what_happened, f.field AS field, f.value AS value, f.owner_message_id AS first_message, f.failed_at AS failed_at
FROM packets AS p
JOIN failures AS f ON f.packet_id = p.id
WHERE p.company_id = :companyId AND (:campaignId IS NULL OR p.campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(p.campaign_id, :campaigns)) AND (:packetId IS NULL OR p.id = :packetId)
  AND (:afterPacket IS NULL OR f.packet_id > :afterPacket OR (f.packet_id = :afterPacket AND (f.file_row > :afterRow
    OR (f.file_row = :afterRow AND (f.channel > :afterChannel OR (f.channel = :afterChannel AND f.touch_offset > :afterOffset))))))
ORDER BY f.packet_id, f.file_row, f.channel, f.touch_offset
LIMIT :limit

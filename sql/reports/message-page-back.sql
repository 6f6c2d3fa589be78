-- Messages of a company, those of the page before a message: the nearest to it first, so the one that was queued first of them.
-- Parameters: companyId; campaignId, packetId, reference, status, channel (null: all); idFrom, idTo: where the ids of the packet's messages lie (null: anywhere);
-- from (included), to (not any more; null: always): when they were queued; afterAt, afterId: the first row of the page behind; limit.
-- campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT
  id, campaign_id, packet_id, reference, file_row, channel, from_number, to_number, message_text, status, error_code, error_message, segments, cost, currency,
  queued_at, send_at, expires_at
FROM messages
WHERE company_id = :companyId
  AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:packetId IS NULL OR packet_id = :packetId)
  AND (:reference IS NULL OR reference = :reference)
  AND (:idFrom IS NULL OR id >= :idFrom) AND (:idTo IS NULL OR id < :idTo)
  AND (:status IS NULL OR status = :status) AND (:channel IS NULL OR channel = :channel)
  AND (:from IS NULL OR queued_at >= :from) AND (:to IS NULL OR queued_at < :to)
  AND queued_at >= :afterAt AND (queued_at > :afterAt OR id > :afterId)
  AND (:campaigns IS NULL OR (FIND_IN_SET(campaign_id, :campaigns) AND (from_number NOT LIKE '+%' OR FIND_IN_SET(from_number, :senders))))
ORDER BY queued_at, id
LIMIT :limit

-- What was sent to a contact point, newest first, a page at a time.
-- Parameters: companyId, phone (E.164; or the address or id); beforeAt (null: the first page), beforeId: the last row of the page before; limit.
-- campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT id, channel, campaign_id, packet_id, file_row, from_number, send_at, status, error_code, error_message, message_text
FROM messages
WHERE company_id = :companyId AND to_number = :phone AND (:beforeAt IS NULL OR send_at < :beforeAt OR (send_at = :beforeAt AND id < :beforeId))
  AND (:campaigns IS NULL OR (FIND_IN_SET(campaign_id, :campaigns) AND (from_number NOT LIKE '+%' OR FIND_IN_SET(from_number, :senders))))
ORDER BY send_at DESC, id DESC
LIMIT :limit

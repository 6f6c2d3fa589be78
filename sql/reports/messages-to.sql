-- What was sent to a phone number, an e-mail address or an id of a page, newest first.
-- Parameters: companyId, phone (E.164; or the address or id), limit.
-- campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT id AS message_id, channel, campaign_id, packet_id, send_at, status, error_message, message_text
FROM messages
WHERE company_id = :companyId AND to_number = :phone
  AND (:campaigns IS NULL OR (FIND_IN_SET(campaign_id, :campaigns) AND (from_number NOT LIKE '+%' OR FIND_IN_SET(from_number, :senders))))
ORDER BY send_at DESC, id
LIMIT :limit

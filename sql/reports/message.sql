-- One message as it stands now.
-- Parameters: companyId, messageId.
SELECT
  id AS message_id, campaign_id, packet_id, file_row AS `row`, channel, from_number, to_number, message_text, status, error_code,
  error_message, provider_error_code, provider, provider_reference, segments, cost, currency, attempts, campaign_version, run, send_at,
  expires_at, queued_at, sending_at, sent_at, delivered_at, read_at, finished_at
FROM messages
WHERE id = :messageId AND company_id = :companyId

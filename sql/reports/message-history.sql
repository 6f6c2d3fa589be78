-- Everything that was said about a message, in the order of the log.
-- Parameters: companyId, messageId.
SELECT happened_at, status, code, provider_code, provider_reference
FROM message_status_history
WHERE message_id = :messageId AND company_id = :companyId
ORDER BY position, ordinal

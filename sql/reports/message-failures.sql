-- Why messages of a packet did not arrive, most frequent first. Their ids begin with the packet's, so the primary key finds them.
-- Parameters: companyId, packetId; idFrom, idTo: the first id of the packet, and the first one after it.
SELECT status, error_code AS code, COUNT(*) AS messages
FROM messages
WHERE id >= :idFrom AND id < :idTo AND company_id = :companyId AND packet_id = :packetId
  AND status IN ('in_doubt', 'undelivered', 'failed', 'expired', 'canceled')
GROUP BY status, error_code
ORDER BY COUNT(*) DESC, status, error_code

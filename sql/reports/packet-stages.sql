-- The stages of one packet: how much of it has come so far, since when, and who. A stage that is not done says how far it has come.
-- What the house does by itself is done by carillon; messages are queued on the word of whoever approved the campaign.
-- Ids of messages begin with their packet's.
-- Parameters: companyId; packetId.
WITH decided AS (
  SELECT COUNT(*) AS touches, MIN(decided_at) AS first_at, MAX(decided_at) AS last_at
  FROM row_outcomes
  WHERE packet_id = :packetId
),
sent AS (
  SELECT COUNT(*) AS messages, COUNT(finished_at) AS ended, MIN(finished_at) AS first_at, MAX(finished_at) AS last_at
  FROM messages
  WHERE id > CONCAT('msg_', SUBSTRING(:packetId, 5), '-') AND id < CONCAT('msg_', SUBSTRING(:packetId, 5), '.')
),
one AS (
  SELECT p.*, c.approved_by, d.touches, d.first_at AS decided_first, d.last_at AS decided_last,
    s.messages, s.ended, s.first_at AS ended_first, s.last_at AS ended_last,
    GREATEST(0, CAST(p.file_rows * COALESCE(c.touches_per_row, 0) AS SIGNED) - d.touches) AS waiting
  FROM packets AS p
  LEFT JOIN campaigns AS c ON c.id = p.campaign_id
  CROSS JOIN decided AS d
  CROSS JOIN sent AS s
  WHERE p.id = :packetId AND p.company_id = :companyId
),
stages AS (
  SELECT 1 AS place, 'ingested' AS stage, accepted_at IS NOT NULL AS is_done, COALESCE(bytes, 0) AS `count`, 'bytes' AS counted,
    accepted_at AS began_at, accepted_at AS done_at, COALESCE(accepted_by, 'not said') AS done_by, accepted_cause AS cause
  FROM one
  UNION ALL
  SELECT 2, 'loaded', loaded_at IS NOT NULL, file_rows, 'rows', accepted_at, loaded_at, 'carillon', loaded_cause FROM one
  UNION ALL
  SELECT 3, 'mapped', loaded_at IS NOT NULL, file_rows, 'rows', accepted_at, loaded_at, 'carillon', loaded_cause FROM one
  UNION ALL
  SELECT 4, 'queued', status = 'loaded' AND waiting = 0, touches, 'touches', decided_first,
    IF(status = 'loaded' AND waiting = 0, decided_last, NULL), COALESCE(approved_by, 'carillon'), NULL FROM one
  UNION ALL
  SELECT 5, 'complete', status = 'loaded' AND waiting = 0 AND ended = messages, ended, 'messages', ended_first,
    IF(status = 'loaded' AND waiting = 0 AND ended = messages, COALESCE(ended_last, decided_last, loaded_at), NULL), 'carillon', NULL FROM one
  UNION ALL
  SELECT 6, 'failed', TRUE, file_rows, 'rows', failed_at, failed_at, 'carillon', failed_cause FROM one WHERE status = 'failed'
)
SELECT
  stage,
  IF(is_done, 'done', IF(began_at IS NULL, 'to come', 'under way')) AS state,
  CAST(`count` AS SIGNED) AS `count`,
  counted,
  began_at,
  done_at,
  done_by,
  cause
FROM stages
ORDER BY place

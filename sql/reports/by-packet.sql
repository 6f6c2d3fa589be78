-- What became of each packet, newest first: every touch is in exactly one place.
-- A stage is where its slowest touch is: mapped while one waits for its day, queued while a message has no end.
-- Rows of a packet that broke off go on: they wait for their day like others.
-- Parameters: companyId; campaignId, packetId (null: all), campaigns (null: all; else a list with commas).
WITH decided AS (
  SELECT packet_id,
    SUM(IF(outcome = 'message', touches, 0)) AS messages,
    SUM(IF(outcome = 'joined', touches, 0)) AS joined,
    SUM(IF(outcome = 'rejected', touches, 0)) AS rejected,
    SUM(IF(outcome = 'skipped', touches, 0)) AS skipped,
    SUM(touches) AS touches
  FROM touch_analytics
  WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
    AND (:packetId IS NULL OR packet_id = :packetId)
  GROUP BY packet_id
),
counted AS (
  SELECT packet_id,
    SUM(messages_queued) AS queued,
    SUM(messages_sent) AS sent,
    SUM(messages_delivered) AS delivered,
    SUM(messages_undelivered) AS undelivered,
    SUM(messages_failed) AS failed,
    SUM(messages_expired) AS expired,
    SUM(messages_canceled) AS canceled,
    SUM(messages_read) AS was_read,
    SUM(messages_in_doubt) AS in_doubt,
    SUM(messages_delivered + messages_undelivered + messages_failed + messages_expired + messages_canceled + messages_read) AS ended,
    SUM(segments) AS segments
  FROM message_analytics
  WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
    AND (:packetId IS NULL OR packet_id = :packetId)
  GROUP BY packet_id
),
costs AS (
  SELECT packet_id, GROUP_CONCAT(CONCAT(CAST(total / 1000000 AS DECIMAL(18, 4)), ' ', currency) ORDER BY currency SEPARATOR ', ') AS cost
  FROM (
    SELECT packet_id, currency, SUM(cost_millionths) AS total
    FROM message_analytics
    WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
    AND (:packetId IS NULL OR packet_id = :packetId) AND currency <> ''
    GROUP BY packet_id, currency
  ) AS by_currency
  GROUP BY packet_id
),
files AS (
  SELECT p.id, p.file_name, p.campaign_id, p.status, p.failure_code, p.failure_message, p.file_rows, p.accepted_at, p.loaded_at, p.failed_at,
    p.accepted_by, p.accepted_cause, p.loaded_cause, p.failed_cause,
    p.list_state, p.vanished, p.relisted, p.confirmed_by,
    p.file_format, p.container, p.encoding, p.delimiter_name, p.sheet_name, p.hidden_columns, p.other_sheets, p.notes,
    GREATEST(0, CAST(p.file_rows * COALESCE(c.touches_per_row, 0) AS SIGNED) - COALESCE(d.touches, 0)) AS waiting
  FROM packets AS p
  LEFT JOIN campaigns AS c ON c.id = p.campaign_id
  LEFT JOIN decided AS d ON d.packet_id = p.id
  WHERE p.company_id = :companyId AND (:campaignId IS NULL OR p.campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(p.campaign_id, :campaigns)) AND (:packetId IS NULL OR p.id = :packetId)
)
SELECT
  f.id AS packet_id,
  f.file_name AS file,
  f.campaign_id AS campaign_id,
  CASE
    WHEN f.status <> 'loaded' THEN f.status
    WHEN f.waiting > 0 THEN 'mapped'
    WHEN COALESCE(m.queued, 0) > COALESCE(m.ended, 0) THEN 'queued'
    ELSE 'complete'
  END AS stage,
  f.status AS status,
  f.failure_code AS failure,
  f.failure_message AS what_to_do,
  f.file_rows AS `rows`,
  CAST(COALESCE(t.touches, 0) + f.waiting AS SIGNED) AS touches,
  CAST(COALESCE(t.messages, 0) AS SIGNED) AS messages,
  CAST(COALESCE(t.joined, 0) AS SIGNED) AS joined,
  CAST(COALESCE(t.rejected, 0) AS SIGNED) AS rejected,
  CAST(COALESCE(t.skipped, 0) AS SIGNED) AS skipped,
  CAST(f.waiting AS SIGNED) AS waiting,
  -- messages that no touch asked for: corrections, resends
  CAST(GREATEST(0, COALESCE(m.queued, 0) - COALESCE(t.messages, 0)) AS SIGNED) AS follow_ups,
  CAST(COALESCE(m.sent, 0) AS SIGNED) AS `sent`,
  CAST(COALESCE(m.delivered, 0) AS SIGNED) AS `delivered`,
  CAST(COALESCE(m.undelivered, 0) AS SIGNED) AS `undelivered`,
  CAST(COALESCE(m.failed, 0) AS SIGNED) AS `failed`,
  CAST(COALESCE(m.expired, 0) AS SIGNED) AS `expired`,
  CAST(COALESCE(m.canceled, 0) AS SIGNED) AS `canceled`,
  CAST(COALESCE(m.was_read, 0) AS SIGNED) AS `read`,
  CAST(COALESCE(m.in_doubt, 0) AS SIGNED) AS `in_doubt`,
  CAST(COALESCE(m.segments, 0) AS SIGNED) AS segments,
  COALESCE(k.cost, '') AS cost,
  f.accepted_at AS accepted_at,
  f.accepted_by AS accepted_by,
  f.accepted_cause AS accepted_cause,
  f.loaded_at AS loaded_at,
  f.loaded_cause AS loaded_cause,
  f.failed_at AS failed_at,
  f.failed_cause AS failed_cause,
  f.file_format AS format,
  f.container AS packed_as,
  f.encoding AS encoding,
  f.delimiter_name AS `delimiter`,
  f.sheet_name AS sheet,
  f.hidden_columns AS hidden_columns,
  f.other_sheets AS other_sheets,
  f.notes AS notes,
  f.list_state AS full_list,
  f.vanished AS vanished,
  f.relisted AS relisted,
  f.confirmed_by AS confirmed_by
FROM files AS f
LEFT JOIN decided AS t ON t.packet_id = f.id
LEFT JOIN counted AS m ON m.packet_id = f.id
LEFT JOIN costs AS k ON k.packet_id = f.id
ORDER BY f.accepted_at DESC, f.id

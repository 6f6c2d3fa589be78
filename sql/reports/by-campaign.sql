-- What became of each campaign of a company: every touch is in exactly one place.
-- Rows of a packet that broke off go on: they wait for their day like others.
-- Parameters: companyId; campaignId (null: all), campaigns (null: all; else a list with commas); from, to (days in UTC, `to` left out; null: always). In a span of days nothing waits: what
-- waits has no day yet. A message counts on the day for which it was first queued, other touches on the day of the decision.
WITH decided AS (
  SELECT campaign_id, packet_id,
    SUM(IF(outcome = 'message', touches, 0)) AS messages,
    SUM(IF(outcome = 'joined', touches, 0)) AS joined,
    SUM(IF(outcome = 'rejected', touches, 0)) AS rejected,
    SUM(IF(outcome = 'skipped', touches, 0)) AS skipped,
    SUM(touches) AS touches
  FROM touch_analytics
  WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
    AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day < :to)
  GROUP BY campaign_id, packet_id
),
files AS (
  SELECT p.campaign_id, COUNT(*) AS packets, SUM(p.file_rows) AS file_rows,
    SUM(GREATEST(0, CAST(p.file_rows * c.touches_per_row AS SIGNED) - COALESCE(d.touches, 0))) AS waiting
  FROM packets AS p
  JOIN campaigns AS c ON c.id = p.campaign_id
  LEFT JOIN decided AS d ON d.packet_id = p.id
  WHERE p.company_id = :companyId AND (:campaignId IS NULL OR p.campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(p.campaign_id, :campaigns))
  GROUP BY p.campaign_id
),
touched AS (
  SELECT campaign_id, SUM(messages) AS messages, SUM(joined) AS joined, SUM(rejected) AS rejected, SUM(skipped) AS skipped,
    SUM(touches) AS touches
  FROM decided
  GROUP BY campaign_id
),
counted AS (
  SELECT campaign_id,
    SUM(messages_queued) AS queued,
    SUM(messages_sent) AS sent,
    SUM(messages_delivered) AS delivered,
    SUM(messages_undelivered) AS undelivered,
    SUM(messages_failed) AS failed,
    SUM(messages_expired) AS expired,
    SUM(messages_canceled) AS canceled,
    SUM(messages_read) AS was_read,
    SUM(messages_in_doubt) AS in_doubt,
    SUM(segments) AS segments
  FROM message_analytics
  WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
    AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day < :to)
  GROUP BY campaign_id
),
costs AS (
  SELECT campaign_id, GROUP_CONCAT(CONCAT(CAST(total / 1000000 AS DECIMAL(18, 4)), ' ', currency) ORDER BY currency SEPARATOR ', ') AS cost
  FROM (
    SELECT campaign_id, currency, SUM(cost_millionths) AS total
    FROM message_analytics
    WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
    AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day < :to) AND currency <> ''
    GROUP BY campaign_id, currency
  ) AS by_currency
  GROUP BY campaign_id
)
SELECT
  c.id AS campaign_id,
  c.name AS campaign,
  c.status AS status,
  COALESCE(f.packets, 0) AS packets,
  CAST(COALESCE(f.file_rows, 0) AS SIGNED) AS `rows`,
  CAST(COALESCE(t.touches, 0) + IF(:from IS NULL AND :to IS NULL, COALESCE(f.waiting, 0), 0) AS SIGNED) AS touches,
  CAST(COALESCE(t.messages, 0) AS SIGNED) AS messages,
  CAST(COALESCE(t.joined, 0) AS SIGNED) AS joined,
  CAST(COALESCE(t.rejected, 0) AS SIGNED) AS rejected,
  CAST(COALESCE(t.skipped, 0) AS SIGNED) AS skipped,
  IF(:from IS NULL AND :to IS NULL, CAST(COALESCE(f.waiting, 0) AS SIGNED), NULL) AS waiting,
  CAST(COALESCE(m.sent, 0) AS SIGNED) AS `sent`,
  CAST(COALESCE(m.delivered, 0) AS SIGNED) AS `delivered`,
  CAST(COALESCE(m.undelivered, 0) AS SIGNED) AS `undelivered`,
  CAST(COALESCE(m.failed, 0) AS SIGNED) AS `failed`,
  CAST(COALESCE(m.expired, 0) AS SIGNED) AS `expired`,
  CAST(COALESCE(m.canceled, 0) AS SIGNED) AS `canceled`,
  CAST(COALESCE(m.was_read, 0) AS SIGNED) AS `read`,
  CAST(COALESCE(m.in_doubt, 0) AS SIGNED) AS `in_doubt`,
  CAST(COALESCE(m.segments, 0) AS SIGNED) AS segments,
  COALESCE(k.cost, '') AS cost
FROM campaigns AS c
LEFT JOIN files AS f ON f.campaign_id = c.id
LEFT JOIN touched AS t ON t.campaign_id = c.id
LEFT JOIN counted AS m ON m.campaign_id = c.id
LEFT JOIN costs AS k ON k.campaign_id = c.id
WHERE c.company_id = :companyId AND (:campaignId IS NULL OR c.id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(c.id, :campaigns))
ORDER BY c.name, c.id

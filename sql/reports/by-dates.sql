-- What happened per day (UTC). A message counts on the day for which it was first queued, whatever happens to it and when; other touches
-- count on the day of the decision.
-- Parameters: companyId; from (inclusive), to (exclusive); campaignId (null: all), campaigns (null: all; else a list with commas).
WITH touched AS (
  SELECT day,
    SUM(IF(outcome = 'message', touches, 0)) AS messages,
    SUM(IF(outcome = 'joined', touches, 0)) AS joined,
    SUM(IF(outcome = 'rejected', touches, 0)) AS rejected,
    SUM(IF(outcome = 'skipped', touches, 0)) AS skipped
  FROM touch_analytics
  WHERE company_id = :companyId AND day >= :from AND day < :to
    AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
  GROUP BY day
),
counted AS (
  SELECT day,
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
  WHERE company_id = :companyId AND day >= :from AND day < :to
    AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns))
  GROUP BY day
),
costs AS (
  SELECT day, GROUP_CONCAT(CONCAT(CAST(total / 1000000 AS DECIMAL(18, 4)), ' ', currency) ORDER BY currency SEPARATOR ', ') AS cost
  FROM (
    SELECT day, currency, SUM(cost_millionths) AS total
    FROM message_analytics
    WHERE company_id = :companyId AND day >= :from AND day < :to
    AND (:campaignId IS NULL OR campaign_id = :campaignId) AND (:campaigns IS NULL OR FIND_IN_SET(campaign_id, :campaigns)) AND currency <> ''
    GROUP BY day, currency
  ) AS by_currency
  GROUP BY day
),
days AS (
  SELECT day FROM touched
  UNION
  SELECT day FROM counted
)
SELECT
  d.day AS day,
  CAST(COALESCE(t.messages, 0) AS SIGNED) AS messages,
  CAST(COALESCE(t.joined, 0) AS SIGNED) AS joined,
  CAST(COALESCE(t.rejected, 0) AS SIGNED) AS rejected,
  CAST(COALESCE(t.skipped, 0) AS SIGNED) AS skipped,
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
FROM days AS d
LEFT JOIN touched AS t ON t.day = d.day
LEFT JOIN counted AS m ON m.day = d.day
LEFT JOIN costs AS k ON k.day = d.day
ORDER BY d.day

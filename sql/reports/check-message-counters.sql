-- Counters of messages that are not what the messages themselves add up to: no row means that all is well.
WITH both_sides AS (
  SELECT company_id, campaign_id, packet_id, day, currency,
    messages_queued, messages_sent, messages_delivered, messages_undelivered, messages_failed, messages_expired, messages_canceled, messages_read, messages_in_doubt,
    segments, cost_millionths
  FROM message_analytics
  UNION ALL
  SELECT company_id, campaign_id, packet_id, day, '',
    -COUNT(*),
    -SUM(IF(sent_at IS NOT NULL, 1, 0)),
    -SUM(IF(status = 'delivered', 1, 0)),
    -SUM(IF(status = 'undelivered', 1, 0)),
    -SUM(IF(status = 'failed', 1, 0)),
    -SUM(IF(status = 'expired', 1, 0)),
    -SUM(IF(status = 'canceled', 1, 0)),
    -SUM(IF(status = 'read', 1, 0)),
    -SUM(IF(status = 'in_doubt', 1, 0)),
    -SUM(IF(sent_at IS NULL, 0, segments)), 0
  FROM messages
  GROUP BY company_id, campaign_id, packet_id, day
  UNION ALL
  SELECT company_id, campaign_id, packet_id, day, currency,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -SUM(cost * 1000000)
  FROM messages
  WHERE currency IS NOT NULL
  GROUP BY company_id, campaign_id, packet_id, day, currency
)
SELECT company_id, campaign_id, packet_id, day, currency,
  CAST(SUM(messages_queued) AS SIGNED) AS queued,
  CAST(SUM(messages_sent) AS SIGNED) AS sent,
  CAST(SUM(messages_delivered) AS SIGNED) AS delivered,
  CAST(SUM(messages_undelivered) AS SIGNED) AS undelivered,
  CAST(SUM(messages_failed) AS SIGNED) AS failed,
  CAST(SUM(messages_expired) AS SIGNED) AS expired,
  CAST(SUM(messages_canceled) AS SIGNED) AS canceled,
  CAST(SUM(messages_read) AS SIGNED) AS `read`,
  CAST(SUM(messages_in_doubt) AS SIGNED) AS in_doubt,
  CAST(SUM(segments) AS SIGNED) AS segments,
  CAST(SUM(cost_millionths) AS SIGNED) AS cost_millionths
FROM both_sides
GROUP BY company_id, campaign_id, packet_id, day, currency
HAVING SUM(messages_queued) <> 0
  OR SUM(messages_sent) <> 0
  OR SUM(messages_delivered) <> 0
  OR SUM(messages_undelivered) <> 0
  OR SUM(messages_failed) <> 0
  OR SUM(messages_expired) <> 0
  OR SUM(messages_canceled) <> 0
  OR SUM(messages_read) <> 0
  OR SUM(messages_in_doubt) <> 0
  OR SUM(segments) <> 0
  OR SUM(cost_millionths) <> 0
ORDER BY company_id, campaign_id, packet_id, day, currency
LIMIT 100

-- Counters of touches that are not what the decided touches add up to: no row means that all is well.
WITH both_sides AS (
  SELECT company_id, campaign_id, packet_id, day, outcome, code, touches
  FROM touch_analytics
  UNION ALL
  SELECT company_id, campaign_id, packet_id, day, CAST(outcome AS CHAR), code, -COUNT(*)
  FROM row_outcomes
  GROUP BY company_id, campaign_id, packet_id, day, outcome, code
)
SELECT company_id, campaign_id, packet_id, day, outcome, code, CAST(SUM(touches) AS SIGNED) AS touches
FROM both_sides
GROUP BY company_id, campaign_id, packet_id, day, outcome, code
HAVING SUM(touches) <> 0
ORDER BY company_id, campaign_id, packet_id, day, outcome, code
LIMIT 100

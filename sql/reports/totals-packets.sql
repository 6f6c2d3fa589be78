-- Packets, their rows, and the touches that wait for their day; from the tables themselves, to be compared with the log.
-- Rows of a packet that broke off go on: they wait for their day like others.
-- Parameters: companyId; campaignId (null: all).
WITH decided AS (
  SELECT packet_id, COUNT(*) AS touches
  FROM row_outcomes
  WHERE company_id = :companyId AND (:campaignId IS NULL OR campaign_id = :campaignId)
  GROUP BY packet_id
)
SELECT
  COUNT(*) AS packets,
  CAST(COALESCE(SUM(p.file_rows), 0) AS SIGNED) AS `rows`,
  CAST(COALESCE(SUM(COALESCE(d.touches, 0)), 0) AS SIGNED) AS decided,
  CAST(
    COALESCE(
      SUM(GREATEST(0, CAST(p.file_rows * COALESCE(c.touches_per_row, 0) AS SIGNED) - COALESCE(d.touches, 0))),
      0
    ) AS SIGNED
  ) AS waiting
FROM packets AS p
LEFT JOIN campaigns AS c ON c.id = p.campaign_id
LEFT JOIN decided AS d ON d.packet_id = p.id
WHERE p.company_id = :companyId AND (:campaignId IS NULL OR p.campaign_id = :campaignId)

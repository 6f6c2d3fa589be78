-- How far each partition of the log stands in the reporting tables, and how many of its events are parked.
SELECT c.partition_name AS partition_name, c.position AS position, c.projected_at AS projected_at, COUNT(p.position) AS parked
FROM projection_checkpoints AS c
LEFT JOIN parked_events AS p ON p.partition_name = c.partition_name
GROUP BY c.partition_name, c.position, c.projected_at
ORDER BY c.partition_name

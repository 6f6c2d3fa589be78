-- Replies by what they were read as, from the rows themselves, to be compared with the log.
-- Parameters: companyId.
SELECT COALESCE(meaning, 'waiting') AS meaning, COUNT(*) AS replies
FROM replies
WHERE company_id = :companyId
GROUP BY meaning
ORDER BY meaning

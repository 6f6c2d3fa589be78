-- Who changed what, and who looked at people, newest first, a page at a time.
-- Parameters: companyId; who, kind, operation, subject (null: all); from (included), to (not any more; null: always);
-- beforeAt, beforeId (the last row of the page before; beforeAt null: the first page); limit.
SELECT id, happened_at, kind, done_by, operation, subjects, answer_status, shown, request_id, address, agent, code, cause_id, operator, changes
FROM audit_log
WHERE company_id = :companyId AND (:who IS NULL OR done_by = :who) AND (:kind IS NULL OR kind = :kind)
  AND (:operation IS NULL OR operation = :operation) AND (:subject IS NULL OR JSON_CONTAINS(subjects, JSON_QUOTE(:subject)))
  AND (:from IS NULL OR happened_at >= :from) AND (:to IS NULL OR happened_at < :to)
  AND (:beforeAt IS NULL OR happened_at < :beforeAt OR (happened_at = :beforeAt AND id < :beforeId))
ORDER BY happened_at DESC, id DESC
LIMIT :limit

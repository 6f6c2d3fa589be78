-- Who wants no messages, newest first.
-- Parameters: companyId, phone (contact point, null: everybody), limit.
SELECT contact_point, family, brand_id, status, scope, opt_out_method, word, is_ambiguous, is_misdirected, from_number, opted_out_at, expires_at, ended_at
FROM opt_outs
WHERE company_id = :companyId AND (:phone IS NULL OR contact_point = :phone)
ORDER BY opted_out_at DESC, contact DESC, family DESC, brand_id DESC
LIMIT :limit

-- Who wants no messages, newest first, a page at a time.
-- Parameters: companyId; status, family (null: all); from (included), to (not any more; null: always); beforeAt, beforeContact, beforeFamily (its number, from 1), beforeBrand
-- (the last row of the page before; beforeAt null: the first page); limit.
-- brands, campaigns, senders (null: all; else what somebody sees who is limited to some brands, lists with commas).
SELECT contact, family, brand_id, contact_point, status, scope, opt_out_method, word, is_ambiguous, is_misdirected, from_number, campaign_id, opted_out_at, expires_at,
  ended_at
FROM opt_outs
WHERE company_id = :companyId AND (:status IS NULL OR status = :status) AND (:family IS NULL OR family = :family)
  AND (:from IS NULL OR opted_out_at >= :from) AND (:to IS NULL OR opted_out_at < :to)
  AND (:beforeAt IS NULL OR opted_out_at < :beforeAt
    OR (opted_out_at = :beforeAt AND (contact < :beforeContact
      OR (contact = :beforeContact AND (family + 0 < :beforeFamily OR (family + 0 = :beforeFamily AND brand_id < :beforeBrand))))))
  AND (:brands IS NULL OR FIND_IN_SET(brand_id, :brands) OR (brand_id = '' AND (FIND_IN_SET(from_number, :senders) OR FIND_IN_SET(campaign_id, :campaigns))))
ORDER BY opted_out_at DESC, contact DESC, family DESC, brand_id DESC
LIMIT :limit

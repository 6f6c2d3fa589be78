-- What people said about messages, oldest first, a page at a time: who, which number, what they were shown, for what, when, how, and what shows it.
-- Parameters: companyId, phone (contact point, null: everybody), afterAt, afterContact, afterPosition, afterOrdinal (the last row of the page before), limit.
SELECT happened_at, kind, family, brand_id, contact_point, scope, purpose, is_double, source, word, from_number, campaign_id, message_id, shown, said, proof,
  recorded_by, expires_at, contact, position, ordinal
FROM consent_ledger
WHERE company_id = :companyId AND (:phone IS NULL OR contact_point = :phone)
  AND (happened_at > :afterAt
    OR (happened_at = :afterAt AND (contact > :afterContact
      OR (contact = :afterContact AND (position > :afterPosition OR (position = :afterPosition AND ordinal > :afterOrdinal))))))
ORDER BY happened_at, contact, position, ordinal
LIMIT :limit

-- Texts that a company keeps, by name, and how many of its campaigns that are not archived have words of each in their newest version.
-- Parameters: companyId.
SELECT t.id AS template_id, t.template_name AS name, t.channel, t.locale, t.status, t.version, t.changed_at,
  (
    SELECT COUNT(*) FROM campaigns c
    WHERE c.company_id = t.company_id AND c.status <> 'archived'
      AND JSON_SEARCH(c.definition, 'one', t.id, NULL, '$.channels[*].takenFrom.templateId', '$.channels[*].fallbacks[*].takenFrom.templateId') IS NOT NULL
  ) AS campaigns
FROM message_templates t
WHERE t.company_id = :companyId
ORDER BY t.template_name, t.id

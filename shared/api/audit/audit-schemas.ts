import { z } from '@hono/zod-openapi';
import type { AuditWanted, NotedAccess } from '#app/list-audit.ts';
import { subjectOf } from '../conventions/note-access.ts';
import type { Call } from '../operation.ts';

const noted = z.enum(['change', 'look', 'refusal']).openapi({
  description: '`look`: people were shown, and nothing was changed; `refusal`: somebody asked for what he may not, or could not sign in',
});

export const auditFilters = {
  who: z.string().min(1).max(100).optional().openapi({ description: 'By this user or key alone', example: 'usr_h7k2m9qxw3' }),
  kind: noted.optional(),
  operation: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .openapi({ description: 'Of this operation alone, by its operationId', example: 'getMessage' }),
  resource: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: 'At this thing alone, by the id that stands in its path', example: 'cmp_h7k2m9qxw3' }),
  since: z.iso.datetime().optional().openapi({ description: 'From this moment on', example: '2026-11-01T00:00:00.000Z' }),
  until: z.iso.datetime().optional().openapi({ description: 'Up to this moment, which is left out', example: '2026-12-01T00:00:00.000Z' }),
  starting_after: z.string().min(1).max(400).optional().openapi({ description: 'The last id of the page before this one' }),
};
const filters = z.object(auditFilters);

export const wantedAudit = (
  { house, caller }: Pick<Call, 'house' | 'caller'>,
  query: z.output<typeof filters>,
): Omit<AuditWanted, 'limit'> => {
  const { who, kind, operation, resource, since: from, until: to, starting_after: after } = query;
  const subject = resource === undefined ? undefined : subjectOf({ house }, caller, resource);
  return { companyId: caller.companyId, who, kind, operation, subject, from, to, after };
};

export const auditEntry = z
  .object({
    object: z.literal('audit_entry'),
    id: z.string(),
    at: z.iso.datetime(),
    kind: noted,
    by: z.string().meta({
      description:
        "the id of the user, of the key, or of the access by which the platform's staff was let in, or `command line`; of a refused sign-in the user whose address it was",
    }),
    operator: z
      .string()
      .optional()
      .meta({ description: "who sat at the command line, as his machine knows him; or who of the platform's staff it was" }),
    reason: z.string().optional().meta({ description: "what the platform's staff was let in for" }),
    operation: z.string().meta({ description: 'its operationId; of the command line `carillon …`' }),
    resources: z.array(z.string()).meta({
      description:
        'ids that stood in the path; what is no id of ours (a phone, an id of your own) stands as a fingerprint, "#…": look for it with `resource`',
    }),
    status: z.int().meta({ description: 'as it was answered' }),
    code: z.string().optional().meta({ description: 'why it was refused' }),
    changes: z
      .array(z.object({ field: z.string(), before: z.string().optional(), after: z.string().optional() }).openapi('AuditedChange'))
      .optional()
      .meta({
        description:
          'what the change has changed, field by field, as JSON before and after (up to 40 fields of 2,000 letters each); a field that is left out was not there. Never of people, and no secrets',
      }),
    shown: z.int().min(0).optional().meta({ description: 'how many a list showed' }),
    request_id: z.string(),
    cause: z
      .string()
      .optional()
      .meta({ description: 'of the events of a request with an Idempotency-Key: the same for each of its repetitions' }),
    address: z.string().optional().meta({ description: 'where from, as it was said' }),
    user_agent: z.string().optional(),
  })
  .openapi('AuditEntry');

export const auditJson = ({ cursor, subjects, request, agent, changes, ...same }: NotedAccess, reason?: string) => ({
  object: 'audit_entry' as const,
  id: cursor,
  ...same,
  resources: subjects,
  request_id: request,
  ...(agent === undefined ? {} : { user_agent: agent }),
  ...(reason === undefined ? {} : { reason }),
  ...(changes === undefined ? {} : { changes: [...changes] }),
});

export const auditErrors = ['reports_away'];

import { z } from 'zod';
import { listAudit, subjectFor, type NotedAccess } from '#app/list-audit.ts';
import { project } from '#app/project.ts';
import { companyId } from '#domain/kernel/ids.ts';
import type { OpenHouse } from './open-house.ts';

const text = z.string().trim().min(1).max(200).optional();

const listInput = z.strictObject({
  companyId,
  who: text,
  kind: z.enum(['change', 'look', 'refusal']).optional(),
  operation: text,
  resource: text,
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  after: z.string().max(400).optional(),
  limit: z.int().min(1).max(1_000).default(50),
});

const list = {
  input: listInput,
  run: async (
    { house, reporting }: OpenHouse,
    { resource, since: from, until: to, ...wanted }: z.output<typeof listInput>,
  ): Promise<Readonly<{ items: readonly NotedAccess[]; hasMore: boolean }>> => {
    await reporting.ready(60_000);
    for (const partition of house.store.partitions()) await project(house, partition);
    const subject = resource === undefined ? undefined : subjectFor(house, wanted.companyId, resource);
    return listAudit(house, { ...wanted, from, to, subject });
  },
};

/** Who changed what of a company and who looked at its people, as the API lists it. */
export const auditCommands = { 'list-audit': list };

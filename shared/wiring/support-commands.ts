import { z } from 'zod';
import { changeSupport, newSupportId, readSupport, revokeSupport } from '#app/change-support.ts';
import { issueSupportKey } from '#app/issue-support-key.ts';
import { supportStatus } from '#domain/access/support.ts';
import { supportHours, supportRole } from '#domain/access/support-events.ts';
import { companyId, supportId } from '#domain/kernel/ids.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const by = z.string().trim().min(1).max(100);

const askInput = z.object({
  companyId,
  by,
  reason: z.string().trim().min(1).max(500),
  role: supportRole.default('viewer'),
  hours: supportHours.default(4),
});
const ask = {
  input: askInput,
  run: (open: OpenHouse, { by: who, ...input }: z.output<typeof askInput>) => {
    const cause = commandCause(open);
    return changeSupport(open.house, { type: 'AskSupport', data: { ...input, who, supportId: newSupportId(), at: cause.now } }, cause);
  },
};

const named = z.object({ companyId, supportId, by });
type Named = z.output<typeof named>;

const list = {
  input: z.object({ companyId }),
  run: async ({ house }: OpenHouse, input: { companyId: string }) =>
    Object.values(await readSupport(house, input.companyId))
      .map((one) => ({ ...one, status: supportStatus(one, house.clock.now()) }))
      .toReversed(),
};

const key = { input: named, run: (open: OpenHouse, input: Named) => issueSupportKey(open.house, input, commandCause(open)) };
const end = { input: named, run: (open: OpenHouse, input: Named) => revokeSupport(open.house, input, commandCause(open)) };

/** The platform's staff asks to be let in, and gets its key once somebody of the company has said yes. Nobody grants it here. */
export const supportCommands = { 'ask-support': ask, 'list-support': list, 'issue-support-key': key, 'end-support': end };

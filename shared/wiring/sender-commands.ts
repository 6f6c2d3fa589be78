import { z } from 'zod';
import { listSenders } from '#app/list-senders.ts';
import { setSender, type SenderSetting } from '#app/set-sender.ts';
import { companyId, poolId } from '#domain/kernel/ids.ts';
import { tierNames, type TierName } from '#domain/work/carrier-tiers.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const number = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number like +12085550199');
const brandId = z.string().regex(/^brd_[a-z0-9]{1,32}$/, 'an id that begins with brd_');
const perDay = z.int().min(1);
const tier = z.enum(tierNames as readonly [TierName, ...TierName[]]);

const setting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    companyId,
    number,
    brandId: brandId.optional(),
    perSecond: z.number().min(0.01).max(10_000).optional(),
  }),
  z.strictObject({ kind: z.literal('brand'), companyId, brandId, tier: tier.optional(), perDay: perDay.optional() }),
  z.strictObject({ kind: z.literal('company'), companyId, perDay: perDay.optional(), timezone: z.string().min(1) }),
  z.strictObject({ kind: z.literal('pool'), companyId, poolId, numbers: z.array(number).min(1).max(500) }),
]);

const set = {
  input: setting,
  run: async (open: OpenHouse, input: SenderSetting) => {
    await setSender(open.house, input, commandCause(open));
    return listSenders(open.house, input.companyId);
  },
};

const list = {
  input: z.object({ companyId }),
  run: ({ house }: OpenHouse, input: { companyId: string }) => listSenders(house, input.companyId),
};

/** What senders a company has, and how fast each of them may send. */
export const senderCommands = { 'set-sender': set, 'list-senders': list };

import { z } from 'zod';
import { issueApiKey, type IssueRequest } from '#app/issue-api-key.ts';
import { readApiKeys } from '#app/change-api-keys.ts';
import { revokeApiKey } from '#app/revoke-api-key.ts';
import { rollApiKey, type RollRequest } from '#app/roll-api-key.ts';
import { works } from '#domain/access/api-key.ts';
import { keyLimits, scope } from '#domain/access/events.ts';
import { companyId, instant, keyId } from '#domain/kernel/ids.ts';
import { sendingMode } from '#domain/kernel/sending-mode.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const by = z.string().trim().min(1).max(100);

const issue = {
  input: z.object({
    companyId,
    name: z.string().trim().min(1).max(100),
    mode: sendingMode.default('live'),
    scopes: z.array(scope).min(1).max(100).default(['*']),
    expiresAt: instant.optional(),
    limits: keyLimits.optional(),
    by,
  }),
  run: (open: OpenHouse, input: IssueRequest) => issueApiKey(open.house, input, commandCause(open)),
};

const list = {
  input: z.object({ companyId }),
  run: async ({ house }: OpenHouse, input: { companyId: string }) =>
    Object.values(await readApiKeys(house, input.companyId))
      .map((key) => ({ ...key, works: works(key, house.clock.now()) }))
      .toReversed(),
};

const roll = {
  input: z.object({ companyId, keyId, overlapSeconds: z.int().min(0).default(86_400), by }),
  run: (open: OpenHouse, input: RollRequest) => rollApiKey(open.house, input, commandCause(open)),
};

const revoke = {
  input: z.object({ companyId, keyId, by }),
  run: (open: OpenHouse, input: { companyId: string; keyId: string; by: string }) => revokeApiKey(open.house, input, commandCause(open)),
};

/** For a night when nobody knows which of them leaked: live, test and team keys, and those of the platform's staff. */
const revokeAll = {
  input: z.object({ companyId, by }),
  run: async (open: OpenHouse, input: { companyId: string; by: string }) => {
    const { house } = open;
    const working = Object.values(await readApiKeys(house, input.companyId)).filter((key) => works(key, house.clock.now()));
    for (const { keyId: id } of working) await revokeApiKey(house, { ...input, keyId: id }, commandCause(open));
    return { revoked: working.map(({ keyId: id }) => id) };
  },
};

/** Who may use a company's API. */
export const keyCommands = { 'issue-key': issue, 'list-keys': list, 'roll-key': roll, 'revoke-key': revoke, 'revoke-all-keys': revokeAll };

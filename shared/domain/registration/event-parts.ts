import { z } from 'zod';
import { brandId, companyId } from '../kernel/ids.ts';
import { reasonCodeNames, type ReasonCode } from './reasons.ts';

/** What events of this stage have in common. */

export const by = z.string().min(1).max(100);
export const provider = z.string().min(1).max(40);
export const account = { provider, accountId: z.string().min(1).max(200) };
export const reference = z.string().min(1).max(200);

const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z0-9]{1,32}$`), `an id that begins with ${prefix}_`);
export const registrationId = idOf('reg');
export const numberId = idOf('num');

export const ofBrand = { brandId, companyId };
export const ofRegistration = { registrationId, companyId };
export const ofNumber = { numberId, companyId };

const reason = z.object({
  code: z.enum(reasonCodeNames as readonly [ReasonCode, ...ReasonCode[]]),
  providerCode: z.string().max(40).optional(),
  about: z.string().max(60).optional(),
});
export const reasons = z.array(reason).max(50);
/** A provider's own words may repeat what somebody has written. */
export const said = z.object({ said: z.array(z.string().max(1_000)).max(50) });

/** A provider's account. */
export type RegistrarAccount = Readonly<{ provider: string; accountId: string }>;

import type { Cause } from '#domain/kernel/event.ts';
import { isZone } from '#domain/kernel/local-time.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Brand, CompanyPace, SenderNumber } from '#domain/work/limits-of.ts';
import { poolPath, type Pool } from './choose-senders.ts';
import type { House } from './house.ts';
import type { NumberDocument } from './registrar-look.ts';
import { brandPath, companyPacePath, numberPath } from './limits-of-sender.ts';

/** What is said of a company's senders; what was said before under that name is replaced. */
export type SenderSetting = Readonly<{ companyId: string }> &
  (
    | Readonly<{ kind: 'number'; number: string; brandId?: string | undefined; perSecond?: number | undefined }>
    | Readonly<{ kind: 'brand'; brandId: string; tier?: Brand['tier'] | undefined; perDay?: number | undefined }>
    | Readonly<{ kind: 'company'; perDay?: number | undefined; timezone: string }>
    | Readonly<{ kind: 'pool'; poolId: string; numbers: readonly string[] }>
  );

const placeOf = (setting: SenderSetting): Readonly<{ path: string; data: SenderNumber | Brand | CompanyPace | Pool }> => {
  const { companyId } = setting;
  switch (setting.kind) {
    case 'number': {
      const { number, brandId, perSecond } = setting;
      const data: SenderNumber = {
        companyId,
        ...(brandId === undefined ? {} : { brandId }),
        ...(perSecond === undefined ? {} : { perSecond }),
      };
      return { path: numberPath(number), data };
    }
    case 'brand': {
      const { brandId, tier, perDay } = setting;
      const data: Brand = { companyId, ...(tier === undefined ? {} : { tier }), ...(perDay === undefined ? {} : { perDay }) };
      return { path: brandPath(brandId), data };
    }
    case 'company': {
      const { perDay, timezone } = setting;
      return { path: companyPacePath(companyId), data: { timezone, ...(perDay === undefined ? {} : { perDay }) } };
    }
    case 'pool':
      return { path: poolPath(setting.poolId), data: { companyId, numbers: [...new Set(setting.numbers)] } };
    default:
      return setting satisfies never;
  }
};

/** Says how much a number, a brand or a company may send, or which numbers a pool has. Throws a Refusal for what is another company's, or no zone. */
export const setSender = async ({ documents }: House, setting: SenderSetting, { now }: Cause): Promise<void> => {
  if (setting.kind === 'company' && !isZone(setting.timezone))
    throw new Refusal('timezone_unknown', `there is no time zone "${setting.timezone}": write one like America/Boise`);
  const { path, data } = placeOf(setting);
  const before = await documents.get<Readonly<{ companyId?: string }>>(path);
  const owner = before?.data.companyId;
  if (owner !== undefined && owner !== setting.companyId)
    throw new Refusal('sender_taken', `${path.split('/')[1]} belongs to ${owner}: take another, or say --company ${owner}`);
  // what carriers say of it stays
  const { standing, registrationId } = (before?.data ?? {}) as Partial<NumberDocument>;
  const kept = { ...(standing ? { standing } : {}), ...(registrationId === undefined ? {} : { registrationId }) };
  // due at once, so that it can be listed
  await documents.write([
    { path, data: { ...data, ...kept }, dueAt: now, ...(before ? { ifVersion: before.version } : { ifAbsent: true as const }) },
  ]);
};

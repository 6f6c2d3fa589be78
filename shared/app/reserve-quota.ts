import type { Definition } from '#domain/campaign/definition.ts';
import { giveBack, grant, localDayOf, quotaPath, type Quota } from '#domain/work/quota.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';

const tries = 10;

export type Reserved = Readonly<{ granted: number; /** business time from which more may go */ nextAt: string }>;

/** Takes up to `wanted` messages from the campaign's minute and day. Limits delay, they never skip. */
export const reserveQuota = async (
  { documents }: House,
  { campaignId, definition }: { campaignId: string; definition: Definition },
  ask: Readonly<{ wanted: number; now: string }>,
): Promise<Reserved> => {
  const { perMinute, perDay } = definition.limits ?? {};
  if (perMinute === undefined && perDay === undefined) return { granted: ask.wanted, nextAt: ask.now };
  const day = localDayOf(ask.now, definition.timezone);
  const path = quotaPath(campaignId);
  for (let left = tries; ; left--) {
    const found = await documents.get<Quota>(path);
    const { granted, quota, nextAt } = grant(found?.data, { perMinute, perDay }, { ...ask, ...day });
    if (granted === 0) return { granted, nextAt };
    try {
      await documents.write([{ path, data: quota, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }]);
      return { granted, nextAt };
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
      // many handlers of this campaign want their share at once: this one asks again with its next group
      if (left <= 1) return { granted: 0, nextAt: ask.now };
    }
  }
};

/** Gives back what was reserved at `now` for messages that did not go. When it can't, they count as sent: limits delay, nothing is lost. */
export const returnQuota = async (
  { documents }: House,
  { campaignId, definition }: { campaignId: string; definition: Definition },
  { unused, now }: Readonly<{ unused: number; now: string }>,
): Promise<void> => {
  const path = quotaPath(campaignId);
  const { today } = localDayOf(now, definition.timezone);
  for (let left = tries; left > 0; left--) {
    const found = await documents.get<Quota>(path);
    const quota = found && giveBack(found.data, { unused, now, today });
    if (!found || !quota) return;
    try {
      return await documents.write([{ path, data: quota, ifVersion: found.version }]);
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
    }
  }
};

import type { Account } from '#domain/company/company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { stopScopeOf } from '#domain/kernel/stop-codes.ts';
import { covers, type Way } from '#domain/company/routing.ts';
import type { House } from './house.ts';
import { forgetCompany, knownCompany } from './known-company.ts';
import { changeCompany } from './register-company.ts';

/** What a provider said of a message that it did not send, or did not deliver. */
export type Misconfigured = Readonly<{
  companyId: string;
  account: Account;
  channel: Channel;
  from: string | undefined;
  code: string;
  providerCode?: string | undefined;
}>;

/** What the code concerns: the account, its channel, or one sender of it. Undefined: it is no matter of configuration. */
export const concernedBy = ({ account, channel, from, code }: Misconfigured): Way | undefined => {
  const scope = stopScopeOf(code);
  if (scope === undefined) return undefined;
  return { ...account, ...(scope === 'account' ? {} : { channel }), ...(scope === 'sender' && from !== undefined ? { from } : {}) };
};

/**
 * Nothing goes a way any more that is wrongly configured: what waits for it keeps its place, or takes another one. Again: nothing. The line in the
 * log raises an alert.
 */
export const stopRoute = async (house: House, said: Misconfigured, cause: Cause): Promise<void> => {
  const { companyId, code, providerCode } = said;
  const way = concernedBy(said);
  if (!way) return;
  const known = await knownCompany(house, companyId);
  if (known?.stopped?.some((one) => covers(one, way))) return;
  const data = { companyId, ...way, code, providerCode, stoppedAt: cause.now };
  const { provider, channel } = way;
  await changeCompany(
    house,
    { type: 'StopRoute', data },
    { ...cause, id: `${cause.id}:stop:${provider}.${channel ?? ''}.${way.from ?? ''}` },
  );
  forgetCompany(house, companyId);
  house.log.error(
    { companyId, provider, channel: said.channel, code, providerCode },
    'a route is stopped: its messages wait until a setting is mended',
  );
};

import { changeSupport, newSupportId } from '#app/change-support.ts';
import type { Samples } from './sample.ts';

export const supportSamples: Samples = async ({ companyId, house }) => {
  let causes = 0;
  const asked = async (): Promise<string> => {
    const cause = { id: `req_support${(causes += 1)}`, now: house.clock.now() };
    const data = { companyId, supportId: newSupportId(), who: 'Kim', reason: 'Ticket 1', role: 'viewer', hours: 4, at: cause.now } as const;
    return (await changeSupport(house, { type: 'AskSupport', data }, cause)).supportId;
  };
  return {
    listSupportAccesses: { query: { limit: '2' } },
    grantSupportAccess: { body: { who: 'Kim', reason: 'Ticket 2' } },
    grantAskedSupportAccess: { path: { id: await asked() }, body: { hours: 2 } },
    revokeSupportAccess: { path: { id: await asked() } },
  };
};

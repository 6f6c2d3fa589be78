import { setSender } from '#app/set-sender.ts';
import type { Samples } from './sample.ts';

export const senderSamples: Samples = async ({ companyId, house }) => {
  const cause = { id: 'req_senders', now: house.clock.now() };
  const number = companyId === 'co_other' ? '+12085550187' : '+12085550188';
  await setSender(house, { kind: 'number', companyId, number, perSecond: 1 }, cause);
  await setSender(house, { kind: 'pool', companyId, poolId: `pool_${companyId}`, numbers: [number] }, cause);
  return { listSenders: {}, listPools: {}, listRoutes: {} };
};

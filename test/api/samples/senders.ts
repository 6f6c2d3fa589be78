import { setSender } from '#app/set-sender.ts';
import type { Samples } from './sample.ts';

export const senderSamples: Samples = async ({ companyId, house }) => {
  const cause = { id: 'req_senders', now: house.clock.now() };
  await setSender(house, { kind: 'number', companyId, number: '+12085550188', perSecond: 1 }, cause);
  await setSender(house, { kind: 'pool', companyId, poolId: 'pool_sample', numbers: ['+12085550188'] }, cause);
  return { listSenders: {}, listPools: {}, listRoutes: {} };
};

import { Readable } from 'node:stream';
import { changeCampaign } from '#app/change-campaign.ts';
import { handIn } from '#app/hand-in.ts';
import type { Samples } from './sample.ts';

const content = 'Chart,Pt First,Cell Phone\nP1,Ana,208-555-0123\nP2,Luis,208-555-0124\n';

export const mappingSamples: Samples = async ({ companyId, campaignId, house }) => {
  const cause = (name: string) => ({ id: `req_samplemapping${name}`, now: house.clock.now() });
  for (const source of ['known', 'removed']) {
    const fields = { phone: 'Cell Phone' };
    await changeCampaign(house, companyId, { type: 'MapColumns', data: { campaignId, source, fields } }, cause(source));
  }
  const file = {
    companyId,
    campaignId,
    name: 'unmapped.csv',
    source: 'strange',
    content: Readable.from([Buffer.from(content)]),
    by: 'key_sample',
  };
  const { packetId } = await handIn(house, file, cause('file'));
  const known = { id: campaignId, source: 'known' };
  return {
    proposeMapping: { path: { id: campaignId }, query: { source: 'eaglesoft', name: 'visits.csv' }, body: content },
    proposePacketMapping: { path: { id: packetId } },
    listMappings: { path: { id: campaignId } },
    getMapping: { path: known },
    putMapping: { path: { id: campaignId, source: 'eaglesoft' }, body: { fields: { phone: 'Cell Phone', firstName: 'Pt First' } } },
    removeMapping: { path: { id: campaignId, source: 'removed' } },
  };
};

import { Readable } from 'node:stream';
import { keepList } from '#app/keep-list.ts';
import type { Samples } from './sample.ts';

export const contactListSamples: Samples = async ({ companyId, campaignId, house }) => {
  for (const name of ['Winter', companyId]) {
    const text = 'id,name,phone\nL1,Ana,+12085550123\n';
    const file = { name: 'people.csv', open: () => Promise.resolve(Readable.from([Buffer.from(text)])) };
    await keepList(house, { companyId, name, file }, { id: `req_samplelist${name}`, now: house.clock.now() });
  }
  return {
    listContactLists: {},
    useContactList: { path: { id: campaignId }, body: { name: 'Winter' } },
    forgetContactList: { path: { name: companyId } },
  };
};

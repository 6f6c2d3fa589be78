import { Readable } from 'node:stream';
import { keepList } from '#app/keep-list.ts';
import type { Samples } from './sample.ts';

export const contactListSamples: Samples = async ({ companyId, campaignId, house }) => {
  // a contact's id is its place: another one for each company
  const blank = companyId.length * 3;
  const own = `People of ${companyId}`;
  for (const name of ['Winter', companyId, own]) {
    const text = `id,name,phone\n${'\n'.repeat(blank)}L1,Ana,+12085550123\nL2,Ben,+12085550124\n`;
    const file = { name: 'people.csv', open: () => Promise.resolve(Readable.from([Buffer.from(text)])) };
    await keepList(house, { companyId, name, file }, { id: `req_samplelist${name}`, now: house.clock.now() });
  }
  return {
    listContactLists: {},
    keepContactList: {
      path: { name: 'Spring' },
      body: { contacts: [{ id: 'L9', name: 'Ana', phone: '+12085550123', age: 41 }] },
      foreign: 200,
    },
    keepContactFile: {
      path: { name: 'Summer' },
      query: { file: 'people.csv' },
      body: 'id,name,phone\nL1,Ana,+12085550123\n',
      foreign: 200,
    },
    getContactList: { path: { name: own } },
    listContacts: { path: { name: own }, query: { limit: '10', status: 'usable' } },
    searchContacts: { path: { name: own }, body: { contains: 'ana', column: 'name' } },
    getContact: { path: { name: own, id: `con_0_${blank + 2}` } },
    editContact: { path: { name: own, id: `con_0_${blank + 2}` }, body: { fields: { name: 'Anna' } } },
    removeContact: { path: { name: own, id: `con_0_${blank + 3}` } },
    useContactList: { path: { id: campaignId }, body: { name: 'Winter' } },
    forgetContactList: { path: { name: companyId } },
  };
};

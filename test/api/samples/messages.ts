import { sendOne } from '#app/send-one.ts';
import type { Samples } from './sample.ts';

export const messageSamples: Samples = async ({ companyId, campaignId, house }) => {
  const fields = { phone: '+12085550123', name: 'Ana', id: 'P1' };
  const cause = { id: 'req_sample', now: house.clock.now() };
  const queued = async (person: string): Promise<string> => {
    const sent = await sendOne(house, { companyId, campaignId, rows: [{ ...fields, id: person }], reference: person }, cause);
    const [first] = sent.results;
    return first?.outcome === 'queued' ? first.messageId : '';
  };
  const id = await queued('P0');
  return {
    sendMessage: { body: { campaign: campaignId, fields, reference: 'visit-1' }, foreign: 404 },
    sendMessages: {
      body: { campaign: campaignId, messages: [{ fields: { ...fields, id: 'P2' } }, { fields: { phone: '12' } }] },
      foreign: 404,
    },
    getMessage: { path: { id } },
    cancelMessage: { path: { id: await queued('P9') } },
    listMessages: { query: { campaign: campaignId, status: 'queued', limit: '20' }, reports: true },
  };
};

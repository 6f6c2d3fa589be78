import { sendOne } from '#app/send-one.ts';
import type { Samples } from './sample.ts';

export const messageSamples: Samples = async ({ companyId, campaignId, house }) => {
  const fields = { phone: '+12085550123', name: 'Ana', id: 'P1' };
  const cause = { id: 'req_sample', now: house.clock.now() };
  const sent = await sendOne(house, { companyId, campaignId, rows: [{ ...fields, id: 'P0' }], reference: 'sample' }, cause);
  const [first] = sent.results;
  const id = first?.outcome === 'queued' ? first.messageId : '';
  return {
    sendMessage: { body: { campaign: campaignId, fields, reference: 'visit-1' }, foreign: 404 },
    sendMessages: {
      body: { campaign: campaignId, messages: [{ fields: { ...fields, id: 'P2' } }, { fields: { phone: '12' } }] },
      foreign: 404,
    },
    getMessage: { path: { id } },
    listMessages: { query: { campaign: campaignId, status: 'queued', limit: '20' }, reports: true },
  };
};

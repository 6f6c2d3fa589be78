import { z } from '@hono/zod-openapi';
import { useList } from '#app/use-list.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { accepted, acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';

export const useContactList = operation({
  id: 'useContactList',
  method: 'post',
  path: '/v1/campaigns/{id}/contact_lists',
  summary: 'Use a list for a campaign',
  description:
    'The list becomes a packet of the campaign, as a file would. The same list is one packet of a campaign, unless `again` names another use.',
  scope: 'packets:write',
  params: z.object({ id: campaignIdText }),
  body: z.strictObject({ name: z.string().trim().min(1).max(200), again: z.string().min(1).max(40).optional() }),
  answers: { 202: acceptedAnswer },
  errors: ['campaign_unknown', 'list_unknown'],
  example: {
    path: { id: 'cmp_reminder' },
    body: { name: 'Winter' },
    answer: {
      object: 'work',
      id: 'pkt_h7k2m9qxw3np',
      status: 'accepted',
      status_url: 'https://api.example/v1/packets/pkt_h7k2m9qxw3np',
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id: campaignId }, body: { name, again }, cause, origin }) => {
    const { packetId } = await useList(house, { companyId, campaignId, name, again, by }, cause);
    return accepted(origin, { id: packetId, path: `/v1/packets/${packetId}` });
  },
});

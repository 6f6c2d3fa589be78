import { z } from '@hono/zod-openapi';
import { listedPackets } from '#app/listed-packets.ts';
import { showPacket } from '#app/show-packet.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { expanded } from '../conventions/expand.ts';
import { listAnswer, listOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { expandPacket, packet, packetExample, packetExpansions, packetJson } from './packet-schema.ts';

export const listPackets = operation({
  id: 'listPackets',
  method: 'get',
  path: '/v1/packets',
  summary: 'Files and lists that were handed in',
  description: 'The newest first. Messages that were sent by requests are no packets of this list.',
  scope: 'packets:read',
  query: z.object({
    campaign: campaignIdText.optional().meta({ description: 'those of this campaign alone' }),
    expand: expandPacket,
    ...pageQuery,
  }),
  answers: { 200: { description: 'A page of packets', schema: listOf('PacketList', packet) } },
  errors: [],
  example: {
    query: { campaign: 'cmp_reminder', limit: '20' },
    answer: { object: 'list', data: [packetExample], has_more: false, url: '/v1/packets' },
  },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const campaigns = (await reachOf({ house, caller }))?.campaigns;
    const { campaign: campaignId, expand, limit, starting_after: after, ending_before: before } = query;
    const { packetIds, hasMore } = await listedPackets(house, { companyId, campaignId, campaigns, limit, after, before });
    const items = [];
    for (const packetId of packetIds) items.push(packetJson(await showPacket(house, { companyId, packetId })));
    const shown = await expanded({ house, caller }, { expand, by: packetExpansions }, items);
    return listAnswer({ origin, path: '/v1/packets', query, page: { items: shown, hasMore } });
  },
});

import { z } from '@hono/zod-openapi';
import { packetStages } from '#app/packet-stages.ts';
import { showPacket } from '#app/show-packet.ts';
import { expanded } from '../conventions/expand.ts';
import { operation } from '../operation.ts';
import { packetIdText } from './packet-id.ts';
import { expandPacket, packetExample, packetExpansions, packetJson, packetWithStages, stagesJson } from './packet-schema.ts';

export const getPacket = operation({
  id: 'getPacket',
  method: 'get',
  path: '/v1/packets/{id}',
  summary: 'One packet, and how far it has come',
  description:
    'Poll it after an upload: `status` goes from `accepted` over `loading` to `loaded`, or to `failed` with the reason and what to do. `stages` tells the rest of its way.',
  scope: 'packets:read',
  params: z.object({ id: packetIdText }),
  query: z.object({ expand: expandPacket }),
  answers: { 200: { description: 'The packet', schema: packetWithStages } },
  errors: ['packet_unknown'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np' },
    answer: {
      ...packetExample,
      stages: [
        { stage: 'loaded', status: 'done', count: 412, counted: 'rows', done_at: '2026-11-29T17:00:01.120Z', by: 'carillon' },
        { stage: 'queued', status: 'under_way', count: 120, counted: 'touches', by: 'usr_maria' },
      ],
      stages_complete: true,
    },
  },
  run: async ({ house, caller, path: { id: packetId }, query: { expand } }) => {
    const { companyId } = caller;
    const shown = packetJson(await showPacket(house, { companyId, packetId }));
    const [whole] = await expanded({ house, caller }, { expand, by: packetExpansions }, [shown]);
    return { status: 200, body: { ...whole, ...stagesJson(await packetStages(house, { companyId, packetId })) } };
  },
});

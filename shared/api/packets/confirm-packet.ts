import { z } from '@hono/zod-openapi';
import { confirmList } from '#app/confirm-list.ts';
import { ownPacket } from '#app/own-packet.ts';
import { accepted, acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { packetIdText } from './packet-id.ts';

export const confirmPacket = operation({
  id: 'confirmPacket',
  method: 'post',
  path: '/v1/packets/{id}/confirm',
  summary: 'Confirm a full list that is held',
  description:
    'A full list that lacks more than a tenth of the one before looks like half an export, and is held. Confirm it once somebody has looked: what it has no more is canceled.',
  scope: 'packets:write',
  params: z.object({ id: packetIdText }),
  answers: { 202: acceptedAnswer },
  errors: ['packet_unknown', 'packet_not_held'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np' },
    answer: {
      object: 'work',
      id: 'pkt_h7k2m9qxw3np',
      status: 'accepted',
      status_url: 'https://api.example/v1/packets/pkt_h7k2m9qxw3np',
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id: packetId }, cause, origin }) => {
    await ownPacket(house, { companyId, packetId });
    await confirmList(house, { packetId, confirmedBy: by }, cause);
    return accepted(origin, { id: packetId, path: `/v1/packets/${packetId}` });
  },
});

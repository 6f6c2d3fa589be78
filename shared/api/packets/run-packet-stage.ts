import { z } from '@hono/zod-openapi';
import { ownPacket } from '#app/own-packet.ts';
import { runnableStages, runStage } from '#app/run-stage.ts';
import { operation } from '../operation.ts';
import { packetIdText } from './packet-id.ts';

const started = z
  .object({
    object: z.literal('work'),
    id: packetIdText,
    status: z.enum(['accepted', 'done']).meta({ description: '`done`: there is nothing of this stage left to do' }),
    status_url: z.url(),
  })
  .openapi('StageStarted');

export const runPacketStage = operation({
  id: 'runPacketStage',
  method: 'post',
  path: '/v1/packets/{id}/stages/{stage}',
  summary: 'Run a stage of a packet again',
  description:
    '`loaded` and `mapped` read a file that failed once more, after its campaign or its mapping was mended; `queued` makes messages of what is due. What is done stays done: nothing is sent twice.',
  scope: 'packets:write',
  params: z.object({
    id: packetIdText,
    stage: z.enum(runnableStages).openapi({ description: 'which', example: 'loaded' }),
  }),
  answers: { 202: { description: 'It runs', schema: started, headers: { Location: 'where to see how far it is' } } },
  errors: ['packet_unknown', 'packet_without_file'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np', stage: 'loaded' },
    answer: {
      object: 'work',
      id: 'pkt_h7k2m9qxw3np',
      status: 'accepted',
      status_url: 'https://api.example/v1/packets/pkt_h7k2m9qxw3np',
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id: packetId, stage }, cause, origin }) => {
    await ownPacket(house, { companyId, packetId });
    const { result } = await runStage(house, { packetId, stage, by }, cause);
    const url = `${origin}/v1/packets/${packetId}`;
    const body = { object: 'work', id: packetId, status: result === 'done' ? 'done' : 'accepted', status_url: url };
    return { status: 202, body, headers: { location: url } };
  },
});

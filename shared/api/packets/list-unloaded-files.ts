import { z } from '@hono/zod-openapi';
import { unloadedFiles } from '#app/unloaded-files.ts';
import { parseDropPath } from '#app/accept-drop.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';
import { packetIdText } from './packet-id.ts';

const file = z
  .object({
    campaign: campaignIdText,
    name: z.string(),
    bytes: z.int(),
    status: z.enum(['new', 'loading', 'failed']).meta({ description: '`new`: nobody has taken it up yet' }),
    packet: packetIdText.optional(),
  })
  .openapi('UnloadedFile');

export const listUnloadedFiles = operation({
  id: 'listUnloadedFiles',
  method: 'get',
  path: '/v1/files/unloaded',
  summary: 'Files whose rows are not read yet',
  description: 'Files that lie in the drop folders of your campaigns and are no loaded packet, however they came there.',
  scope: 'packets:read',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(100).openapi({ type: 'integer', description: 'How many, 1 to 200' }),
  }),
  answers: {
    200: {
      description: 'The files, by name',
      schema: z
        .object({ object: z.literal('list'), data: z.array(file), has_more: z.boolean(), url: z.string() })
        .openapi('UnloadedFileList'),
    },
  },
  errors: [],
  example: {
    answer: {
      object: 'list',
      data: [{ campaign: 'cmp_reminder', name: 'tomorrow.csv', bytes: 48_213, status: 'failed', packet: 'pkt_h7k2m9qxw3np' }],
      has_more: false,
      url: '/v1/files/unloaded',
    },
  },
  run: async ({ house, caller: { companyId }, query: { limit } }) => {
    const { files, isCut } = await unloadedFiles(house, companyId, limit);
    const data = files.flatMap(({ path, bytes, state, packetId }) => {
      const drop = parseDropPath(path);
      return drop
        ? [
            {
              campaign: drop.campaignId,
              name: drop.fileName,
              bytes,
              status: state,
              ...(packetId === undefined ? {} : { packet: packetId }),
            },
          ]
        : [];
    });
    return { status: 200, body: { object: 'list', data, has_more: isCut, url: '/v1/files/unloaded' } };
  },
});

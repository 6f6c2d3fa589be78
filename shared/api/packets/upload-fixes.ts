import { z } from '@hono/zod-openapi';
import { fixedPacket } from '#app/fixed-packet.ts';
import { ownPacket } from '#app/own-packet.ts';
import { acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { packetIdText } from './packet-id.ts';
import { fixesQuery, upload, uploadFile } from './upload-file.ts';

export const uploadFixes = operation({
  id: 'uploadFixes',
  method: 'post',
  path: '/v1/packets/{id}/fixes',
  summary: 'Upload rows of a packet that were corrected',
  description:
    "Get the rejected rows with `GET /v1/packets/{id}/failures/file`, mend them, and send the file back: it becomes a packet of the same campaign and source, with the first one's columns. Rows that were sent already are told as duplicates.",
  scope: 'packets:write',
  params: z.object({ id: packetIdText }),
  query: fixesQuery,
  upload,
  answers: { 202: acceptedAnswer },
  errors: ['packet_unknown', 'packet_without_file', 'file_path_invalid', 'file_md5_differs', 'content_md5_invalid', 'file_gone'],
  example: {
    path: { id: 'pkt_h7k2m9qxw3np' },
    query: { name: 'mended.csv' },
    answer: {
      object: 'work',
      id: 'pkt_w2c9n4bqt7rx',
      status: 'accepted',
      status_url: 'https://api.example/v1/packets/pkt_w2c9n4bqt7rx',
    },
  },
  run: async (call) => {
    const { companyId } = call.caller;
    const { id: packetId } = call.path;
    await ownPacket(call.house, { companyId, packetId });
    const { campaignId, source } = await fixedPacket(call.house, { companyId, packetId });
    return uploadFile(call, { campaignId, source, fixes: packetId });
  },
});

import { z } from '@hono/zod-openapi';
import { campaignIdText } from '../conventions/ids.ts';
import { acceptedAnswer } from '../conventions/long-work.ts';
import { operation } from '../operation.ts';
import { upload, uploadFile, uploadQuery } from './upload-file.ts';

export const uploadPacket = operation({
  id: 'uploadPacket',
  method: 'post',
  path: '/v1/campaigns/{id}/packets',
  summary: 'Upload a file of up to 32 MB to a campaign',
  description:
    'The body is the file itself: CSV, JSON, JSON lines, Excel, OpenDocument, also zipped. The same content under the same name is the same packet, so an upload may be tried again. Larger files, or lines that break: open an upload in pieces with `POST /v1/campaigns/{id}/uploads`. With the header `Content-MD5` (Base64) other bytes than the ones you meant are refused.',
  scope: 'packets:write',
  params: z.object({ id: campaignIdText }),
  query: uploadQuery,
  upload,
  answers: { 202: acceptedAnswer },
  errors: ['campaign_unknown', 'list_not_possible', 'file_path_invalid', 'file_md5_differs', 'content_md5_invalid', 'file_gone'],
  example: {
    path: { id: 'cmp_reminder' },
    query: { name: 'tomorrow.csv' },
    answer: {
      object: 'work',
      id: 'pkt_h7k2m9qxw3np',
      status: 'accepted',
      status_url: 'https://api.example/v1/packets/pkt_h7k2m9qxw3np',
    },
  },
  run: (call) => uploadFile(call, { campaignId: call.path.id }),
});

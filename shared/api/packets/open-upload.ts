import { z } from '@hono/zod-openapi';
import { fixedPacket } from '#app/fixed-packet.ts';
import { openUpload as openTheUpload } from '#app/open-upload.ts';
import { ownPacket } from '#app/own-packet.ts';
import { sourceName } from '#domain/campaign/mapping.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { uploadQuantum } from '#ports/uploads.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { operation, type Call } from '../operation.ts';
import { packetIdText } from './packet-id.ts';
import { fileName, upload as file } from './upload-file.ts';
import { openedUpload, uploadExample, uploadJson } from './upload-schema.ts';

const body = z.strictObject({
  name: fileName,
  bytes: z.int().min(1).max(10_000_000_000).openapi({ description: 'Of the whole file; up to 2,000 MB', example: 480_000_000 }),
  content_type: z.enum(file.contentTypes).default('application/octet-stream'),
  content_md5: z
    .string()
    .regex(/^[A-Za-z0-9+/]{22}==$/)
    .optional()
    .openapi({ description: 'MD5 of the whole file, in Base64: other bytes become no packet', example: 'DMF1ucDxtqgxw5niaXcmYQ==' }),
  source: sourceName
    .optional()
    .meta({ description: 'The system it comes from: its columns are mapped by this name', example: 'eaglesoft' }),
  full: z
    .boolean()
    .default(false)
    .openapi({ description: 'It is all that there is; appointments that the list before had and this one has not are canceled' }),
  again: z.boolean().default(false).openapi({ description: 'A packet of its own, though the same content came under this name before' }),
  corrects: packetIdText.optional().openapi({ description: 'The packet of this campaign whose rows it corrects; its columns count' }),
  starts_at: z.iso
    .datetime({ offset: true })
    .optional()
    .openapi({ description: 'Nothing of it leaves before; left out: as the campaign says' }),
  origin: z
    .string()
    .max(300)
    .regex(/^https?:\/\/[\w.:[\]-]+$/)
    .optional()
    .openapi({
      description: 'Of your page, where a browser sends the pieces: only its scripts may read the answers',
      example: 'https://app.example',
    }),
});

const fixesOf = async ({ house, caller: { companyId } }: Pick<Call, 'house' | 'caller'>, campaignId: string, packetId: string) => {
  await ownPacket(house, { companyId, packetId });
  const fixed = await fixedPacket(house, { companyId, packetId });
  if (fixed.campaignId !== campaignId) throw new Refusal('packet_unknown', `this campaign has no packet ${packetId}`);
  return { fixes: packetId, source: fixed.source };
};

export const openUpload = operation({
  id: 'openUpload',
  method: 'post',
  path: '/v1/campaigns/{id}/uploads',
  summary: 'Open an upload of a large file, in pieces',
  description: `For files of more than 32 MB, or lines that break: up to 2,000 MB. Send the pieces to \`url\` with \`PUT\` and \`Content-Range: bytes FIRST-LAST/TOTAL\`; no key is asked for there. 308 says with \`Range\` what is kept; 200 that the file is whole: then it becomes a packet like any other. After a break ask with \`Content-Range: bytes */TOTAL\`, and go on behind what is kept. Every piece but the last is a multiple of ${uploadQuantum} bytes. What nobody finishes is thrown away after a week. With an \`Idempotency-Key\` the same request gives the same address again.`,
  scope: 'packets:write',
  params: z.object({ id: campaignIdText }),
  body,
  answers: { 201: { description: 'Open', schema: openedUpload, headers: { Location: 'where to see how far it is' } } },
  errors: [
    'campaign_unknown',
    'packet_unknown',
    'packet_without_file',
    'list_not_possible',
    'file_path_invalid',
    'upload_too_large',
    'uploads_too_many',
    'uploads_away',
  ],
  example: {
    path: { id: 'cmp_reminder' },
    body: { name: 'year.csv', bytes: 480_000_000, content_type: 'text/csv' },
    answer: {
      ...uploadExample,
      url: 'https://storage.googleapis.com/upload/storage/v1/b/drops/o?uploadType=resumable&upload_id=ABg5-Ux',
      piece_bytes: uploadQuantum,
    },
  },
  run: async (call) => {
    const { house, caller, origin, path, body: asked } = call;
    const { name, bytes, content_type: contentType, content_md5: md5, corrects, source, full, again, starts_at: startsAt } = asked;
    const fixed = corrects === undefined ? { source } : await fixesOf(call, path.id, corrects);
    const { uploadId, url, document } = await openTheUpload(house, {
      companyId: caller.companyId,
      campaignId: path.id,
      name,
      bytes,
      contentType,
      md5: md5 === undefined ? undefined : Buffer.from(md5, 'base64').toString('hex'),
      ...fixed,
      full,
      again,
      startsAt: startsAt === undefined ? undefined : new Date(startsAt).toISOString(),
      origin: asked.origin,
      by: caller.by,
    });
    const told = uploadJson({ ...document, uploadId, name, status: 'open', receivedBytes: 0 }, origin);
    return { status: 201, body: { ...told, url, piece_bytes: uploadQuantum }, headers: { location: told.status_url } };
  },
});

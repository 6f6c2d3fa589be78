import { z } from '@hono/zod-openapi';
import type { ShownUpload } from '#app/show-upload.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { packetIdText } from './packet-id.ts';

/** Any short text: what can be no id is answered like one that nobody knows. */
export const uploadIdText = z.string().min(1).max(200).openapi({ description: "an upload's id", example: 'upl_h7k2m9qxw3npr5tz' });

const fields = {
  object: z.literal('upload'),
  id: uploadIdText,
  campaign: campaignIdText,
  name: z.string().optional(),
  status: z.enum(['open', 'arrived', 'canceled', 'expired']).meta({
    description: '`open`: bytes are missing; `arrived`: the file is whole, and `packet` says where to go on, a moment later at most',
  }),
  bytes: z.int().min(1),
  received_bytes: z.int().min(0).meta({ description: 'kept for good: the next piece begins here' }),
  packet: packetIdText.optional().meta({ description: 'what the file became; poll `GET /v1/packets/{id}` from here on' }),
  starts_at: z.iso.datetime().optional(),
  opened_at: z.iso.datetime(),
  opened_by: z.string(),
  expires_at: z.iso.datetime().meta({ description: 'until then its address takes pieces; what is not whole by then is thrown away' }),
  status_url: z.url(),
};

export const upload = z.object(fields).openapi('Upload');

export const openedUpload = z
  .object({
    ...fields,
    url: z.url().meta({
      description:
        'Send the pieces here with PUT and no other header than Content-Range. It is the right to write this one file: keep it as you keep a key.',
    }),
    piece_bytes: z.int().meta({ description: 'every piece but the last is a multiple of it' }),
  })
  .openapi('OpenedUpload');

export const uploadJson = (shown: ShownUpload, origin: string) => ({
  object: 'upload' as const,
  id: shown.uploadId,
  campaign: shown.campaignId,
  ...(shown.name === undefined ? {} : { name: shown.name }),
  status: shown.status,
  bytes: shown.bytes,
  received_bytes: shown.receivedBytes,
  ...(shown.packetId === undefined ? {} : { packet: shown.packetId }),
  ...(shown.startsAt === undefined ? {} : { starts_at: shown.startsAt }),
  opened_at: shown.openedAt,
  opened_by: shown.openedBy,
  expires_at: shown.endsAt,
  status_url: `${origin}/v1/campaigns/${shown.campaignId}/uploads/${shown.uploadId}`,
});

export const uploadExample = {
  object: 'upload',
  id: 'upl_h7k2m9qxw3npr5tz',
  campaign: 'cmp_reminder',
  name: 'year.csv',
  status: 'open',
  bytes: 480_000_000,
  received_bytes: 0,
  opened_at: '2026-11-29T17:00:00.000Z',
  opened_by: 'key_4nq8z2',
  expires_at: '2026-12-06T17:00:00.000Z',
  status_url: 'https://api.example/v1/campaigns/cmp_reminder/uploads/upl_h7k2m9qxw3npr5tz',
} as const;

import { z } from '@hono/zod-openapi';
import { handIn, type ToHandIn } from '#app/hand-in.ts';
import { sourceName } from '#domain/campaign/mapping.ts';
import { accepted } from '../conventions/long-work.ts';
import { Problem } from '../conventions/problem.ts';
import { mostUploadBytes } from '../conventions/receive-upload.ts';
import type { Answer, Call } from '../operation.ts';

/** What a file may be; what it is, is found out by reading it. */
export const upload = {
  mostBytes: mostUploadBytes,
  contentTypes: [
    'application/octet-stream',
    'text/csv',
    'text/plain',
    'text/tab-separated-values',
    'application/json',
    'application/x-ndjson',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.ms-excel',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/zip',
    'application/gzip',
  ],
} as const;

const flag = (description: string) => z.enum(['true', 'false']).optional().openapi({ description });

export const fileName = z
  .string()
  .min(1)
  .max(200)
  .openapi({ description: 'Its name, as people know it: without folders, and with its ending', example: 'tomorrow.csv' });

const again = flag('`true`: a packet of its own, though the same content came under this name before');
const startsAt = z.iso
  .datetime({ offset: true })
  .optional()
  .openapi({ description: 'Nothing of it leaves before; left out: as the campaign says', example: '2026-12-01T09:00:00-07:00' });

export const fixesQuery = z.object({ name: fileName, again, starts_at: startsAt });

export const uploadQuery = fixesQuery.extend({
  source: sourceName
    .optional()
    .openapi({ description: 'The system it comes from: its columns are mapped by this name', example: 'eaglesoft' }),
  full: flag('`true`: it is all that there is; appointments that the list before had and this one has not are canceled'),
});

/** Content-MD5 (RFC 1864) as our stores tell it. */
const md5In = (headers: Call['headers']): string | undefined => {
  const given = headers['content-md5'];
  if (given === undefined) return undefined;
  const bytes = Buffer.from(given, 'base64');
  if (bytes.length !== 16) throw new Problem('content_md5_invalid');
  return bytes.toString('hex');
};

type Query = Omit<z.output<typeof uploadQuery>, never>;

/** Takes the body as a file of the campaign; 202 with the packet. */
export const uploadFile = async (
  call: Call<unknown, Query>,
  where: Readonly<{ campaignId: string; fixes?: string; source?: string | undefined }>,
): Promise<Answer> => {
  const { house, caller, query, headers, seed, cause, origin, upload: content } = call;
  if (!content) throw new Problem('body_missing');
  const file: ToHandIn = {
    companyId: caller.companyId,
    name: query.name,
    source: query.source,
    ...where,
    full: query.full === 'true',
    again: query.again === 'true',
    content,
    md5: md5In(headers),
    startsAt: query.starts_at === undefined ? undefined : new Date(query.starts_at).toISOString(),
    by: caller.by,
    seed,
  };
  try {
    const { packetId } = await handIn(house, file, cause);
    return accepted(origin, { id: packetId, path: `/v1/packets/${packetId}` });
  } finally {
    // of what was refused the rest is not waited for
    content.destroy();
  }
};

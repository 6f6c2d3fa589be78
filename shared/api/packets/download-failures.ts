import { z } from '@hono/zod-openapi';
import { ownPacket } from '#app/own-packet.ts';
import { errorFileHeader, errorFileRows } from '#reports/error-file.ts';
import { operation } from '../operation.ts';
import { failurePage } from './failure-page.ts';
import { cursorQuery } from './list-failures.ts';
import { packetIdText } from './packet-id.ts';

const pageRows = 1_000;
/** Whoever carries the answer takes 32 MB of it. */
const mostBytes = 20_000_000;

export const downloadFailures = operation({
  id: 'downloadFailures',
  method: 'get',
  path: '/v1/packets/{id}/failures/file',
  summary: 'The rejected rows as a file to mend',
  description:
    'The columns of the file that came, with what is wrong in a first column. Mend it in a spreadsheet and send it back with `POST /v1/packets/{id}/fixes`. More than 20 MB come in parts: then the header `Link` names the next one.',
  scope: 'packets:read',
  looksAt: 'person',
  params: z.object({ id: packetIdText }),
  query: z.object({ cursor: cursorQuery }),
  answers: { 200: { description: 'CSV in UTF-8', file: 'text/csv', headers: { Link: 'the next part, where there is one' } } },
  errors: ['packet_unknown', 'packet_not_readable'],
  example: { path: { id: 'pkt_h7k2m9qxw3np' } },
  run: async ({ house, caller: { companyId }, path: { id: packetId }, query, origin }) => {
    await ownPacket(house, { companyId, packetId });
    const parts: Buffer[] = [];
    let bytes = 0;
    let cursor: string | undefined = query.cursor;
    do {
      const page = await failurePage(house, { packetId, cursor, limit: pageRows });
      const text = `${parts.length === 0 ? errorFileHeader(page.header) : ''}${errorFileRows(page.header, page.rows)}`;
      parts.push(Buffer.from(text));
      bytes += parts.at(-1)!.length;
      cursor = page.next;
    } while (cursor !== undefined && bytes < mostBytes);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${packetId}-failures.csv"`,
      ...(cursor === undefined ? {} : { link: `<${origin}/v1/packets/${packetId}/failures/file?cursor=${cursor}>; rel="next"` }),
    };
    return { status: 200, headers, body: Buffer.concat(parts) };
  },
});

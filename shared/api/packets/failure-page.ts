import { failedRows, type FailedRow } from '#app/failed-rows.ts';
import type { House } from '#app/house.ts';
import { Problem } from '../conventions/problem.ts';

/** Where a page of failures begins: behind this row. */
type Cursor = Readonly<{ chunk: number; row: number }>;

const cursorIn = (text: string | undefined): Cursor => {
  if (text === undefined) return { chunk: 0, row: 0 };
  const [, chunk, row] = /^(\d{1,7})\.(\d{1,9})$/.exec(text) ?? [];
  if (chunk === undefined || row === undefined) throw new Problem('cursor_unknown');
  return { chunk: Number(chunk), row: Number(row) };
};

export type FailurePage = Readonly<{ header: readonly string[]; rows: readonly FailedRow[]; next?: string }>;

/** Up to `limit` failed rows behind the cursor; `next` where there is more to look at. */
export const failurePage = async (
  house: House,
  { packetId, cursor, limit }: Readonly<{ packetId: string; cursor: string | undefined; limit: number }>,
): Promise<FailurePage> => {
  const { chunk, row } = cursorIn(cursor);
  // one more than is told: whether there are more
  const found = await failedRows(house, packetId, chunk, limit + 1);
  const fresh = found.rows.filter((one) => one.chunk > chunk || one.row > row);
  const rows = fresh.slice(0, limit);
  const last = rows.at(-1);
  if (fresh.length > limit && last) return { header: found.header, rows, next: `${last.chunk}.${last.row}` };
  return { header: found.header, rows, ...(found.next === undefined ? {} : { next: `${found.next}.0` }) };
};

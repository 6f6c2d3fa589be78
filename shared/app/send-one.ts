import type { Cause } from '#domain/kernel/event.ts';
import { acceptRequest, type SendRequest } from './accept-request.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { requestAnswer, type RowAnswer } from './request-answer.ts';
import { serveRequest } from './serve-request.ts';

/** `waiting`: rows that the campaign has not taken, because it was paused in the same moment. `again`: the request was known by its reference. */
export type SendAnswer = Readonly<{
  packetId: string;
  again: boolean;
  rows: number;
  results: readonly RowAnswer[];
  waiting: number;
  /** they go from then on, and are answered for nowhere but in reports */
  startsAt?: string;
}>;

/**
 * One message, or a small list with data, now: the way of a dropped file without the file, and without waiting for a tick. The same
 * reference again changes nothing and answers the same. Throws the Refusals of `acceptRequest`.
 */
export const sendOne = async (house: House, request: SendRequest, cause: Cause): Promise<SendAnswer> => {
  const { packetId, again } = await acceptRequest(house, request, cause);
  await serveRequest(house, packetId, cause);
  const document = await readPacketDocument(house.documents, packetId);
  const rows = request.rows.length;
  const { startsAt } = document ?? {};
  // the same answer before and after that time
  if (startsAt !== undefined) return { packetId, again, rows, results: [], waiting: rows, startsAt };
  const results = document ? await requestAnswer(house, packetId, document) : [];
  const answered = new Set(results.map(({ row }) => row));
  return { packetId, again, rows, results, waiting: rows - answered.size };
};

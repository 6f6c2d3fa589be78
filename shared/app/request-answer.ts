import type { RecordedEvent } from '#domain/catalogue.ts';
import { messageIdIn, type Channel } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import type { House } from './house.ts';
import type { PacketDocument } from './packet-document.ts';

/** What became of one row on one channel. Rows count from 1. `sendAt`, UTC ISO: now, or when the campaign's window opens. */
export type RowAnswer = Readonly<{ row: number; channel: Channel }> &
  (
    | Readonly<{ outcome: 'queued'; messageId: string; sendAt: string }>
    | Readonly<{ outcome: 'rejected'; code: string; words: string; field?: string }>
    | Readonly<{ outcome: 'skipped'; code: string; words: string; owner?: string }>
  );

const answerOf = (event: RecordedEvent): RowAnswer | undefined => {
  switch (event.type) {
    case 'MessageQueued': {
      const { row, channel, sendAt } = event.data;
      return { row, channel, outcome: 'queued', messageId: messageIdIn(event.stream, event.data), sendAt };
    }
    case 'TouchRejected': {
      const { row, channel, code, field } = event.data;
      return { row, channel, outcome: 'rejected', code, words: wordsFor(code, field), ...(field === undefined ? {} : { field }) };
    }
    case 'TouchSkipped': {
      const { row, channel, code, owner } = event.data;
      return { row, channel, outcome: 'skipped', code, words: wordsFor(code), ...(owner === undefined ? {} : { owner }) };
    }
    default:
      return undefined;
  }
};

/** As the log first said it: a message that was queued anew since then is still the same answer. */
export const requestAnswer = async ({ store }: House, packetId: string, { chunks }: PacketDocument): Promise<readonly RowAnswer[]> => {
  const answers = new Map<string, RowAnswer>();
  for (let chunk = 0; chunk < chunks; chunk++) {
    const { events } = await store.read(chunkStream(packetId, chunk));
    for (const event of events) {
      const answer = answerOf(event);
      if (!answer) continue;
      const place = `${answer.row}.${answer.channel}.${(event.data as { offset: number }).offset}`;
      if (!answers.has(place)) answers.set(place, answer);
    }
  }
  return [...answers.values()].sort((one, other) => one.row - other.row);
};

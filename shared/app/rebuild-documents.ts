import { DocumentMoved, maxWritesPerCommit, type DocumentWrite } from '#ports/documents.ts';
import { contextDocumentWrites } from './context-document-writes.ts';
import { conversationWrites } from './conversation-writes.ts';
import type { House } from './house.ts';

/** `streams` that were read, and `documents` that were missing or wrong in them. */
export type RebuiltDocuments = Readonly<{ streams: number; documents: number }>;

const recordsAtOnce = 50;
const tries = 5;

const writesOf = (house: House, stream: string): Promise<readonly DocumentWrite[]> | undefined => {
  if (stream.startsWith('conversation-')) return conversationWrites(house, stream, house.clock.now());
  return stream.startsWith('chunk-') ? contextDocumentWrites(house, stream, house.clock.now()) : undefined;
};

/** Whoever works on the same meanwhile is first; the stream is read once more then. */
const mend = async (house: House, stream: string): Promise<number> => {
  for (let left = tries; ; left--) {
    const writes = await writesOf(house, stream);
    if (!writes) return 0;
    try {
      for (let at = 0; at < writes.length; at += maxWritesPerCommit) await house.documents.write(writes.slice(at, at + maxWritesPerCommit));
      return writes.length;
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/**
 * Makes the working documents of conversations again from the log: replies that somebody has to read, the inbox, which messages a person may be
 * answering, and whose a sender is. What stands and is right stays as it is; the line goes on meanwhile. Again: nothing.
 */
export const rebuildDocuments = async (house: House): Promise<RebuiltDocuments> => {
  const done = new Set<string>();
  let documents = 0;
  for (const partition of house.store.partitions()) {
    for (let after = 0; ;) {
      const { events, at } = await house.store.feed(partition, after, recordsAtOnce);
      if (at === after) break;
      for (const stream of new Set(events.map((event) => event.stream))) {
        if (done.has(stream) || !(stream.startsWith('conversation-') || stream.startsWith('chunk-'))) continue;
        // one name for 500 messages, or for one conversation: what the log's own index holds anyway
        done.add(stream);
        documents += await mend(house, stream);
      }
      after = at;
    }
  }
  house.log.info({ streams: done.size, documents }, 'the documents of conversations are made again');
  return { streams: done.size, documents };
};

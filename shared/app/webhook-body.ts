import type { RecordedEvent } from '#domain/catalogue.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { publicEventOf, toldTypes, type PublicEvent } from '#domain/webhook/public-event.ts';
import type { House } from './house.ts';
import { messageFacts, type MessageFacts } from './message-facts.ts';
import { readPacketDocument } from './packet-document.ts';
import type { WebhookItem } from './webhook-queue.ts';

/** What Standard Webhooks asks for: less than 20 kB. */
const mostBytes = 20_000;
const shortText = 1_000;
/** Records that are held at once. */
const mostRecords = 16;

type Data = Readonly<Record<string, unknown>>;

const withWords = (data: Data): Data => {
  const { code } = data;
  return typeof code === 'string' && data['detail'] === undefined ? { ...data, detail: wordsFor(code) } : data;
};

const withFacts = ({ type, data }: PublicEvent, facts: MessageFacts | undefined): Data => {
  if (!facts) return data;
  const { row, reference, campaign, from, to } = facts;
  const named = { row, ...(reference === undefined ? {} : { reference }) };
  if (!type.startsWith('message.')) return { ...data, ...named };
  return { ...data, ...named, ...(campaign === undefined ? {} : { campaign, from, to }) };
};

const shortened = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, shortText).toWellFormed() : value]),
  );

type Envelope = Readonly<{ id: string; type: string; timestamp: string; sample?: true }>;

const bodyOf = (envelope: Envelope, data: Data): string => {
  const body = JSON.stringify({ ...envelope, data });
  return Buffer.byteLength(body) < mostBytes ? body : JSON.stringify({ ...envelope, data: shortened(data) });
};

/**
 * The body of what is told, made of the log as it is now: whoever was forgotten meanwhile is named no more. Undefined: there is nothing to be
 * told. Each record of the log is read once, and nothing of other companies is opened.
 */
export const webhookBody = (house: House, companyId: string): ((item: WebhookItem) => Promise<string | undefined>) => {
  const only = { companies: new Set([companyId]), types: toldTypes };
  const factsOf = messageFacts(house);
  const records = new Map<string, Promise<readonly RecordedEvent[]>>();
  const recordAt = (partition: string, position: number): Promise<readonly RecordedEvent[]> => {
    const name = `${partition}/${position}`;
    const known = records.get(name) ?? house.store.feed(partition, position - 1, 1, only).then(({ events }) => events);
    if (!records.has(name) && records.size >= mostRecords) records.delete(records.keys().next().value ?? '');
    records.set(name, known);
    return known;
  };
  return async (item) => {
    const { partition, position, event: eventId } = item.at;
    const event = (await recordAt(partition, position)).find(({ id }) => id === eventId);
    const told = event && publicEventOf(event);
    if (!told) return undefined;
    const envelope = { id: item.id, type: told.type, timestamp: event.occurredAt };
    if (told.sampleAt) return bodyOf({ ...envelope, sample: true }, told.data);
    if (told.ofPacket !== undefined && (await readPacketDocument(house.documents, told.ofPacket))?.request) return undefined;
    const facts = told.message === undefined ? undefined : await factsOf(told.message);
    return bodyOf(envelope, withWords(withFacts(told, facts)));
  };
};

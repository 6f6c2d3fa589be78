import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Meaning } from '#domain/conversation/conversation.ts';
import { messagesIn, placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import type { MessageStatus } from '#domain/delivery/delivery.ts';
import { messageIdIn, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import type { Document } from '#ports/documents.ts';
import { appointmentAnswers, type AppointmentAnswer } from './appointment-answers.ts';
import { bookingKey, readBooking, type Booking, type BookingPlace } from './booking.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { packetHeader } from './packet-header.ts';
import { readPacketDocument } from './packet-document.ts';

export type AppointmentMessage = Readonly<{
  messageId: string;
  campaignId: string;
  channel: Channel;
  status: MessageStatus;
  code?: string;
  words?: string;
  sendAt: string;
  /** of another message: a correction, an answer, a fallback … */
  followUp?: string;
}>;

/** Why a campaign tells nobody of it by a channel. */
export type AppointmentTrouble = Readonly<{ campaignId: string; channel: Channel; code: string; words: string; field?: string }>;

/** `fields` and `id` are left out where the person was forgotten. */
export type ShownAppointment = Readonly<{
  id?: string;
  booking: Booking;
  /** by the names of its first campaign's fields, or by columns */
  fields?: Readonly<Record<string, string>>;
  answer?: Readonly<{ meaning: Meaning; channel: Channel; saidAt: string; campaignId: string }>;
  messages: readonly AppointmentMessage[];
  troubles: readonly AppointmentTrouble[];
}>;

type Told = Readonly<{ place: BookingPlace; stream: string; events: readonly RecordedEvent[] }>;

/** The chunk in which the row stands, if it was loaded. */
const toldOf = async ({ store, documents }: House, place: BookingPlace): Promise<Told | undefined> => {
  const chunks = (await readPacketDocument(documents, place.packetId))?.chunks ?? 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const stream = chunkStream(place.packetId, chunk);
    const { events } = await store.read(stream);
    const about = events.filter(({ data }) => (data as { row?: number }).row === place.row);
    if (about.length > 0) return { place, stream, events: about };
  }
  return undefined;
};

const messagesOf = ({ place: { campaignId }, stream, events }: Told): readonly AppointmentMessage[] =>
  [...messagesIn(events).values()].map(({ queued: { data }, status, code }) => ({
    messageId: messageIdIn(stream, data),
    campaignId,
    channel: data.channel,
    status,
    ...(code === undefined ? {} : { code, words: wordsFor(code) }),
    sendAt: data.sendAt,
    ...(data.followUp ? { followUp: data.followUp.kind } : {}),
  }));

/** What another message of the same appointment says is no trouble. */
const ownCodes: ReadonlySet<string> = new Set(['replaced', 'vanished', 'corrected']);

const troublesOf = ({ place: { campaignId }, events }: Told, own: ReadonlySet<string>): readonly AppointmentTrouble[] => {
  const messages = messagesIn(events);
  return events.flatMap((event): readonly AppointmentTrouble[] => {
    if (event.type === 'TouchRejected') {
      const { channel, code, field } = event.data;
      return [{ campaignId, channel, code, words: wordsFor(code, field), ...(field === undefined ? {} : { field }) }];
    }
    if (event.type !== 'TouchSkipped' || messages.has(placeKeyOf(event.data))) return [];
    const { channel, code, owner } = event.data;
    return ownCodes.has(code) || (owner !== undefined && own.has(owner)) ? [] : [{ campaignId, channel, code, words: wordsFor(code) }];
  });
};

/** The row by the names that its campaign has for columns. */
const fieldsOf = async (house: House, { place, events }: Told): Promise<ShownAppointment['fields']> => {
  const row = events.find((event) => event.type === 'RowLoaded');
  const header = await packetHeader(house, place.packetId);
  const cells = row?.type === 'RowLoaded' ? row.private?.cells : undefined;
  if (!header || !cells) return undefined;
  const campaign = (await readCampaign(house.documents, place.campaignId))?.campaign;
  const { fields } = (campaign?.approved ?? campaign)?.definition ?? { fields: {} };
  const named = new Map(Object.entries(fields).map(([field, column]) => [column, field]));
  return Object.fromEntries(
    header.flatMap((column, n) => ((cells[n] ?? '') === '' ? [] : [[named.get(column) ?? column, cells[n] ?? '']])),
  );
};

const answerOf = async (house: House, { companyId, places }: Booking, id: string): Promise<ShownAppointment['answer']> => {
  let newest: (AppointmentAnswer & { campaignId: string }) | undefined;
  for (const { campaignId } of places) {
    const key = bookingKey(house, companyId, { campaignId, id });
    const answer = (await appointmentAnswers(house, campaignId, [key])).answers.get(key);
    if (answer && (!newest || answer.saidAt > newest.saidAt)) newest = { ...answer, campaignId };
  }
  return newest && { meaning: newest.meaning, channel: newest.channel, saidAt: newest.saidAt, campaignId: newest.campaignId };
};

export const showBooking = async (house: House, { data }: Document<Booking>): Promise<ShownAppointment> => {
  const all: Told[] = [];
  for (const place of [...data.places, ...data.before]) {
    const told = await toldOf(house, place);
    if (told) all.push(told);
  }
  const current = all.filter(({ place }) => data.places.includes(place));
  const messages = all.flatMap(messagesOf).toSorted((one, other) => (one.sendAt < other.sendAt ? -1 : 1));
  const own = new Set(messages.map(({ messageId }) => messageId));
  const said = current[0] && (await fieldsOf(house, current[0]));
  const { appointment: id, ...fields } = said ?? {};
  const answer = id === undefined ? undefined : await answerOf(house, data, id);
  const troubles = data.status === 'canceled' ? [] : current.flatMap((told) => troublesOf(told, own));
  return { ...(id === undefined ? {} : { id, fields }), booking: data, ...(answer ? { answer } : {}), messages, troubles };
};

/** Throws a Refusal appointment_unknown. */
export const showAppointment = async (
  house: House,
  { companyId, id }: Readonly<{ companyId: string; id: string }>,
): Promise<ShownAppointment> => {
  const found = await readBooking(house, companyId, id);
  if (!found) throw new Refusal('appointment_unknown', 'nobody has said anything of this appointment');
  return showBooking(house, found);
};

import type { Definition } from '#domain/campaign/definition.ts';
import type { Language } from '#domain/campaign/languages.ts';
import { languageOf } from '#domain/campaign/languages.ts';
import { messagesIn, placeKeyOf, type QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import { readTouch, zoneOf } from '#domain/message/read-row.ts';
import { appointmentPath, type KnownAppointment } from './appointment-path.ts';
import { readCampaign } from './campaign-document.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import type { House } from './house.ts';
import { bindPacket } from './packet-header.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { rowOf } from './row-of.ts';
import { touchFor } from './touch-for.ts';
import { withLocations } from './with-locations.ts';

/** What is known of the message behind a link. Times are UTC ISO. */
export type PageOf = Readonly<{
  queued: QueuedEvent;
  companyId: string;
  /** undefined: it has no name but its id */
  company: string | undefined;
  /** the language of the campaign */
  language: Language;
  locale: string | undefined;
  /** of the place where the appointment is, else the campaign's */
  zone: string;
  appointmentAt?: string | undefined;
  /** how much of it the message told */
  told: Readonly<{ date: boolean; time: boolean }>;
  /** what became of it since */
  changed?: 'moved' | 'gone' | undefined;
}>;

const hasClock = (text: string | undefined): boolean => text !== undefined && /\d[:h]\d|\d\s*[ap]\.?m/i.test(text);

type Told = Pick<PageOf, 'told' | 'appointmentAt'> & Readonly<{ /** the clock of its place */ zone?: string }>;
const nothingTold: Told = { told: { date: false, time: false } };

/** A page shows no more of the appointment than its message did. */
const toldIn = (variables: readonly string[], fields: Readonly<Record<string, string>>): PageOf['told'] => {
  const names = (...wanted: readonly string[]): boolean => wanted.some((name) => variables.includes(name));
  // several appointments of one day have several times
  const date = names('appointmentAt', 'appointmentDate', 'appointments');
  const clock = (fields['appointmentTime'] ?? '') !== '' || hasClock(fields['appointmentDate']);
  return { date, time: clock && names('appointmentAt', 'appointmentTime') && !names('appointments') };
};

const appointmentOf = async (
  house: House,
  { messageId, companyId, campaignId }: Readonly<{ messageId: string; companyId: string; campaignId: string }>,
  { version, definition, events }: Readonly<{ version: number; definition: Definition; events: Events }>,
): Promise<Told> => {
  const parsed = parseMessageId(messageId);
  const bound = parsed && (await bindPacket(house, parsed.packetId, definition));
  if (!parsed || bound?.kind !== 'bound') return nothingTold;
  const compiled = await withLocations(house, companyId, compiledCampaign(campaignId, { version, definition }));
  const messages = messagesIn(events);
  const { followUp } = messages.get(placeKeyOf(parsed.place))?.queued.data ?? {};
  const touch = touchFor({ compiled, messages }, { place: parsed.place, followUp });
  const loaded = events.find((event) => event.type === 'RowLoaded' && event.data.row === parsed.place.row);
  if (!touch || loaded?.type !== 'RowLoaded') return nothingTold;
  const read = readTouch({ compiled, binding: bound.binding, row: rowOf(loaded) }, touch);
  if ('kind' in read || read.appointmentAt === undefined) return nothingTold;
  return { appointmentAt: read.appointmentAt, zone: zoneOf(compiled, read), told: toldIn(touch.template.variables, read.fields) };
};

type Events = Awaited<ReturnType<House['store']['read']>>['events'];

/** A newer file may have moved the appointment, or have it no more. */
const changeOf = async (
  { documents }: House,
  { data: { appointment, campaignId } }: QueuedEvent,
  at: string | undefined,
): Promise<PageOf['changed']> => {
  if (!appointment) return undefined;
  const known = (await documents.get<KnownAppointment>(appointmentPath(campaignId, appointment.key)))?.data;
  if (!known) return undefined;
  if ((known.gone ?? 0) > Math.max(known.order, known.listed ?? 0, appointment.order)) return 'gone';
  return at !== undefined && known.at !== undefined && known.at !== at ? 'moved' : undefined;
};

/** Undefined: there is no such message of the company, or its person was forgotten. */
export const pageOf = async (house: House, companyId: string, messageId: string): Promise<PageOf | undefined> => {
  const parsed = parseMessageId(messageId);
  if (!parsed) return undefined;
  const { events } = await house.store.read(chunkStream(parsed.packetId, parsed.chunk));
  const queued = messagesIn(events).get(placeKeyOf(parsed.place))?.queued;
  const owner = events.at(0)?.companyId;
  if (!queued?.private?.to || owner !== companyId) return undefined;
  const { campaignId } = queued.data;
  const known = (await readCampaign(house.documents, campaignId))?.campaign;
  if (!known) return undefined;
  const { version, definition } = known.approved ?? known;
  const name = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.name;
  const appointment = await appointmentOf(house, { messageId, companyId, campaignId }, { version, definition, events });
  return {
    queued,
    companyId,
    company: name === companyId ? undefined : name,
    language: languageOf(definition.locale) ?? 'en',
    locale: definition.locale,
    zone: definition.timezone,
    ...appointment,
    changed: await changeOf(house, queued, appointment.appointmentAt),
  };
};

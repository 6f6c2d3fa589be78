import { createHash } from 'node:crypto';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { appointmentIn } from '#domain/message/appointment-in.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { requestTable, type RequestRow } from '#domain/message/request-table.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import { acceptRows, checkRows } from './accept-request.ts';
import { bookingKey, bookingPath, mostBefore, mostLookedBack, type Booking, type BookingPlace } from './booking.ts';
import { readCampaign } from './campaign-document.ts';
import { leaveCampaigns } from './cancel-appointment.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import type { House } from './house.ts';
import { readPacketDocument } from './packet-document.ts';
import { serveRequest } from './serve-request.ts';
import { storeBookings } from './store-bookings.ts';
import { withdrawMessages, type Withdrawn } from './withdraw-messages.ts';
import { withLocations } from './with-locations.ts';

/** What a company's program says of one of its appointments: all that is known of it now. */
export type AppointmentWord = Readonly<{
  /** the program's own id */
  id: string;
  campaigns: readonly string[];
  /** fields of the campaigns, or columns of their files */
  fields: RequestRow;
  reference?: string | undefined;
}>;

/** `places`: where it stands now, one for each campaign. */
export type PutResult =
  | Readonly<{ id: string; outcome: 'created' | 'changed'; places: readonly BookingPlace[] }>
  | Readonly<{ id: string; outcome: 'unchanged' }>
  | Readonly<{ id: string; outcome: 'refused'; code: 'appointment_twice' }>;

export type PutAppointments = Readonly<{
  companyId: string;
  /** staff, or a key */
  by: string;
  words: readonly AppointmentWord[];
  /** of a single one: the state that its caller has seen */
  check?: ((found: Document<Booking> | undefined) => void) | undefined;
}>;

type Campaigns = ReadonlyMap<string, Readonly<{ version: number; definition: Definition }>>;

const campaignFor = async ({ documents }: House, companyId: string, campaignId: string) => {
  const found = await readCampaign(documents, campaignId);
  if (found?.companyId !== companyId)
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId} of ${companyId}: "carillon status" shows the ones there are`);
  const { campaign } = found;
  if (campaign.status === 'archived') throw new Refusal('campaign_archived', `${campaignId} is archived: name another campaign`);
  const version = campaign.approved ?? campaign;
  if (version.definition.fields['appointment'] === undefined || version.definition.join !== undefined)
    throw new Refusal(
      'campaign_takes_no_appointments',
      `${campaignId} can't follow appointments: its fields need an "appointment", the id by which they are known, and it may not join them`,
    );
  return version;
};

const campaignsOf = async (house: House, { companyId, words }: PutAppointments): Promise<Campaigns> => {
  const ids = [...new Set(words.flatMap(({ campaigns }) => campaigns))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await campaignFor(house, companyId, id)] as const)));
};

/** The id first: nothing else in the row says which appointment it is. */
const rowOf = ({ id, fields, reference }: AppointmentWord): RequestRow => ({
  appointment: id,
  ...fields,
  ...(reference === undefined || Object.hasOwn(fields, 'reference') ? {} : { reference }),
});

const factsOf = ({ vault }: House, companyId: string, word: AppointmentWord): string => {
  const said = Object.entries(rowOf(word)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return vault.fingerprint(companyId, JSON.stringify(['booking', [...word.campaigns].sort(), said]));
};

/** Taken up before its packets were there: nobody has heard of it. */
const isWhole = async ({ documents }: House, { places }: Booking): Promise<boolean> => {
  for (const { packetId } of places) if (!(await readPacketDocument(documents, packetId))) return false;
  return true;
};

const isSame = async (house: House, found: Document<Booking> | undefined, facts: string): Promise<boolean> =>
  found?.data.status === 'booked' && found.data.facts === facts && (await isWhole(house, found.data));

type Changing = Readonly<{ word: AppointmentWord; found: Document<Booking> | undefined; facts: string }>;
type Group = Readonly<{
  campaignId: string;
  packetId: string;
  definition: Definition;
  version: number;
  rows: readonly RequestRow[];
  ids: readonly string[];
}>;

const groupsOf = (companyId: string, changing: readonly Changing[], campaigns: Campaigns, order: number): readonly Group[] =>
  [...campaigns].flatMap(([campaignId, version]): readonly Group[] => {
    const about = changing.filter(({ word }) => word.campaigns.includes(campaignId));
    if (about.length === 0) return [];
    const name = [companyId, 'booking', campaignId, order, ...about.map(({ facts }) => facts)].join('\n');
    const packetId = `pkt_${idBody(createHash('sha256').update(name).digest())}`;
    const { definition } = version;
    const rows = about.map(({ word }) => rowOf(word));
    return [{ campaignId, packetId, definition, version: version.version, rows, ids: about.map(({ word }) => word.id) }];
  });

/** Where each appointment of a group stands, and when it is, as its campaign reads it. */
type Told = ReadonlyMap<string, readonly Readonly<{ place: BookingPlace; at: string | undefined }>[]>;

const toldBy = async (house: House, companyId: string, groups: readonly Group[]): Promise<Told> => {
  const told = new Map<string, { place: BookingPlace; at: string | undefined }[]>();
  for (const { campaignId, packetId, definition, version, rows, ids } of groups) {
    const table = requestTable(definition, rows);
    const bound = bindColumns(definition, table.header);
    if (bound.kind === 'unbound') throw new Refusal(bound.code, bound.message);
    const compiled = await withLocations(house, companyId, compiledCampaign(campaignId, { version, definition }));
    for (const [n, id] of ids.entries()) {
      const at = appointmentIn({ compiled, binding: bound.binding, row: { row: n + 1, cells: table.rows[n] ?? [] } })?.at;
      told.set(id, [...(told.get(id) ?? []), { place: { campaignId, packetId, row: n + 1 }, at }]);
    }
  }
  return told;
};

type About = Readonly<{ told: Told; order: number; now: string }>;

const bookingOf = ({ word, found, facts }: Changing, { companyId, by }: PutAppointments, { told, order, now }: About): Booking => {
  const mine = told.get(word.id) ?? [];
  const at = mine.find((one) => one.at !== undefined)?.at;
  const before = [...(found?.data.places ?? []), ...(found?.data.before ?? [])].slice(0, mostBefore);
  return { companyId, order, status: 'booked', facts, places: mine.map(({ place }) => place), before, at, changedAt: now, by };
};

const accept = async (
  house: House,
  { companyId, by }: PutAppointments,
  { order, ...group }: Group & { order: number },
  cause: Cause,
): Promise<void> => {
  try {
    const { campaignId, packetId, definition, rows } = group;
    const fingerprint = house.vault.fingerprint(companyId, JSON.stringify(['booking', packetId]));
    await acceptRows(house, { companyId, campaignId, packetId, fingerprint, definition, rows, order, running: true, by }, cause);
  } catch (error) {
    // it is there already
    if (!(error instanceof DocumentMoved)) throw error;
  }
  await serveRequest(house, group.packetId, cause);
};

/** What was said before waits no more where it was overtaken; campaigns that are not named any more hear that it is gone. */
const afterwards = async (house: House, companyId: string, changing: readonly Changing[], order: number): Promise<void> => {
  const old: Withdrawn[] = [];
  for (const { word, found } of changing) {
    if (!found) continue;
    const { id } = word;
    const places = [...found.data.places, ...found.data.before.slice(0, mostLookedBack)];
    const stays = ({ campaignId }: BookingPlace): boolean => word.campaigns.includes(campaignId);
    for (const place of places.filter(stays))
      old.push({ ...place, key: bookingKey(house, companyId, { campaignId: place.campaignId, id }) });
    const left = found.data.places.filter((place) => !stays(place));
    if (left.length > 0) await leaveCampaigns(house, { companyId, id, order }, left);
  }
  await withdrawMessages(house, companyId, old);
};

/** Where each stands from now on, by its id. */
const change = async (
  house: House,
  asked: PutAppointments,
  { changing, campaigns }: Readonly<{ changing: readonly Changing[]; campaigns: Campaigns }>,
  cause: Cause,
): Promise<Told> => {
  const { companyId } = asked;
  const order = Math.max(house.clock.realMs() * 1_000, ...changing.map((one) => (one.found?.data.order ?? 0) + 1));
  const groups = groupsOf(companyId, changing, campaigns, order);
  for (const { rows } of groups) checkRows({ rows });
  const about = { told: await toldBy(house, companyId, groups), order, now: cause.now };
  const stored = changing.map((one) => ({
    path: bookingPath(house, companyId, one.word.id),
    found: one.found,
    after: bookingOf(one, asked, about),
  }));
  await storeBookings(house, { companyId, words: stored }, cause);
  for (const group of groups) await accept(house, asked, { ...group, order }, cause);
  await afterwards(house, companyId, changing, order);
  return about.told;
};

/**
 * Says what appointments are now: each is a row of its campaigns' running lists, so that what waits of an older word is replaced or canceled and
 * what was sent is corrected where the campaign wants that. The same word again changes nothing. Throws Refusals where none of it can be
 * taken, DocumentMoved where somebody changes one of them in the same moment.
 */
export const putAppointments = async (house: House, asked: PutAppointments, cause: Cause): Promise<readonly PutResult[]> => {
  const { companyId, words, check } = asked;
  const campaigns = await campaignsOf(house, asked);
  const all = await house.documents.getMany<Booking>(words.map(({ id }) => bookingPath(house, companyId, id)));
  const first = new Map(words.map(({ id }, n) => [id, n] as const).toReversed());
  const changing = new Map<number, Changing>();
  for (const [n, word] of words.entries()) {
    const found = all[n];
    const facts = factsOf(house, companyId, word);
    check?.(found);
    if (first.get(word.id) === n && !(await isSame(house, found, facts))) changing.set(n, { word, found, facts });
  }
  const told = changing.size === 0 ? undefined : await change(house, asked, { changing: [...changing.values()], campaigns }, cause);
  return words.map(({ id }, n): PutResult => {
    if (first.get(id) !== n) return { id, outcome: 'refused', code: 'appointment_twice' };
    const changed = changing.get(n);
    if (!changed) return { id, outcome: 'unchanged' };
    const places = (told?.get(id) ?? []).map(({ place }) => place);
    return { id, outcome: changed.found ? 'changed' : 'created', places };
  });
};

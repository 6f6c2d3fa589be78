import { dayMs, dayOf, dayText, instantOf, instantText, localOf } from '#domain/kernel/local-time.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { Row } from '#ports/read-model.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { packetHeader } from './packet-header.ts';
import { toldTogether } from './told-together.ts';

/** The last answer of a row's person, beside the row as it stood in the sender's file. */
export type AnsweredRow = Readonly<{ cells: readonly string[]; answer: string; saidAt: string; channel: string; words: string }>;
/** `day`: on the campaign's clock. `isCut`: there were more answers than one file takes. */
export type AnswersOfDay = Readonly<{ day: string; header: readonly string[]; rows: readonly AnsweredRow[]; isCut: boolean }>;

export type AnswersRequest = Readonly<{ campaignId: string; /** like 2026-12-08; left out: today */ day?: string | undefined }>;

const mostAnswers = 100_000;
const cellOf = (row: Row, column: string): string => String(row[column] ?? '');
/** `YYYY-MM-DD hh:mm:ss.mmm`, as the tables have it */
const columnTime = (instant: string): string => instant.replace('T', ' ').replace('Z', '');

const campaignOf = async ({ documents }: House, campaignId: string) => {
  const found = await readCampaign(documents, campaignId);
  if (!found) throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}: "carillon status" shows the ones there are`);
  return { companyId: found.companyId, zone: (found.campaign.approved ?? found.campaign).definition.timezone };
};

/** Midnight to midnight on the campaign's clock, as instants. */
const stretchOf = (zone: string, day: string | undefined, now: string) => {
  const asked = day === undefined ? dayOf(localOf(zone, Date.parse(now))) * dayMs : Date.parse(`${day}T00:00:00.000Z`);
  const at = (local: number): string => columnTime(instantText(instantOf(zone, local)));
  return { day: dayText(asked), from: at(asked), to: at(asked + dayMs) };
};

/** The cells of a chunk's rows, by row. */
const cellsIn = async ({ store }: House, packetId: string, chunk: number): Promise<ReadonlyMap<number, readonly string[]>> => {
  const { events } = await store.read(chunkStream(packetId, chunk));
  return new Map(events.flatMap((event) => (event.type === 'RowLoaded' ? [[event.data.row, event.private?.cells ?? []] as const] : [])));
};

type Columns = { readonly names: string[]; readonly at: Map<string, number> };

/** Files of one campaign may have other columns: all of them, each once, in the order in which they came. */
const placesOf = ({ names, at }: Columns, header: readonly string[]): readonly number[] => {
  const seen = new Map<string, number>();
  return header.map((name) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const key = `${name}\n${nth}`;
    const place = at.get(key) ?? names.push(name) - 1;
    at.set(key, place);
    return place;
  });
};

type Said = Readonly<{ packetId: string; chunk: number; row: number; said: Row }>;

/** The answers by the rows that they are about: one that was given to a message about several appointments is about all of them. */
const saidOf = async (house: House, asked: Readonly<{ companyId: string; campaignId: string }>, answer: Row): Promise<readonly Said[]> => {
  const messageId = cellOf(answer, 'message_id');
  const parsed = parseMessageId(messageId);
  if (!parsed || answer['file_row'] === null) return [];
  const told = await toldTogether(house, { ...asked, messageId });
  return told.map(({ chunk, row }) => ({ packetId: parsed.packetId, chunk, row, said: answer }));
};

/** The last word of each row, packet by packet in the order of the files. */
const lastOf = (all: readonly Said[]): readonly Said[] => {
  const last = new Map<string, Said>();
  for (const one of all) {
    const key = `${one.packetId} ${one.row}`;
    const known = last.get(key);
    if (!known || cellOf(known.said, 'said_at') <= cellOf(one.said, 'said_at')) last.set(key, one);
  }
  return [...last.values()].toSorted((one, other) =>
    one.packetId === other.packetId ? one.row - other.row : one.packetId < other.packetId ? -1 : 1,
  );
};

/**
 * What was answered to a campaign on one day, in the columns of the files that were sent: for the appointments' own system. Throws Refusals, and
 * ReadModelAway.
 */
export const answersOfDay = async (house: House, { campaignId, day }: AnswersRequest): Promise<AnswersOfDay> => {
  const { companyId, zone } = await campaignOf(house, campaignId);
  const stretch = stretchOf(zone, day, house.clock.now());
  const asked = { companyId, campaignId, from: stretch.from, to: stretch.to, limit: mostAnswers };
  const answers = (await house.readModel.report('answers', asked)).rows;
  const columns: Columns = { names: [], at: new Map() };
  const chunks = new Map<string, ReadonlyMap<number, readonly string[]>>();
  const rows: AnsweredRow[] = [];
  const said: Said[] = [];
  for (const answer of answers) said.push(...(await saidOf(house, { companyId, campaignId }, answer)));
  for (const { packetId, chunk, row, said: answer } of lastOf(said)) {
    const key = `${packetId} ${chunk}`;
    const known = chunks.get(key) ?? (await cellsIn(house, packetId, chunk));
    // the rows come packet by packet, chunk by chunk: one is enough
    if (!chunks.has(key)) chunks.clear();
    chunks.set(key, known);
    const places = placesOf(columns, (await packetHeader(house, packetId)) ?? []);
    const cells: string[] = [];
    for (const [n, cell] of (known.get(row) ?? []).entries()) cells[places[n] ?? n] = cell;
    rows.push({
      cells: Array.from(cells, (cell) => cell ?? ''),
      answer: cellOf(answer, 'meaning') || 'unclear',
      saidAt: cellOf(answer, 'said_at'),
      channel: cellOf(answer, 'channel'),
      words: cellOf(answer, 'body'),
    });
  }
  return { day: stretch.day, header: columns.names, rows, isCut: answers.length === mostAnswers };
};

import { dayMs, dayOf, dayText, instantOf, instantText, localOf } from '#domain/kernel/local-time.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { Row } from '#ports/read-model.ts';
import { readCampaign } from './campaign-document.ts';
import type { House } from './house.ts';
import { packetHeader } from './packet-header.ts';

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

/** The last word of each row: the report has them in the order in which they were said. */
const lastOf = (rows: readonly Row[]): readonly Row[] => [
  ...new Map(
    rows.filter((row) => row['file_row'] !== null).map((row) => [`${cellOf(row, 'packet_id')} ${cellOf(row, 'file_row')}`, row]),
  ).values(),
];

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
  for (const answer of lastOf(answers)) {
    const { packetId, chunk = 0 } = parseMessageId(cellOf(answer, 'message_id')) ?? { packetId: '' };
    const key = `${packetId} ${chunk}`;
    const known = chunks.get(key) ?? (await cellsIn(house, packetId, chunk));
    // the rows come packet by packet, chunk by chunk: one is enough
    if (!chunks.has(key)) chunks.clear();
    chunks.set(key, known);
    const places = placesOf(columns, (await packetHeader(house, packetId)) ?? []);
    const cells: string[] = [];
    for (const [n, cell] of (known.get(Number(answer['file_row'])) ?? []).entries()) cells[places[n] ?? n] = cell;
    rows.push({
      cells: Array.from(cells, (cell) => cell ?? ''),
      answer: cellOf(answer, 'meaning'),
      saidAt: cellOf(answer, 'said_at'),
      channel: cellOf(answer, 'channel'),
      words: cellOf(answer, 'body'),
    });
  }
  return { day: stretch.day, header: columns.names, rows, isCut: answers.length === mostAnswers };
};

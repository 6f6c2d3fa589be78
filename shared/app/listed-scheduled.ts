import type { DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** What a list shows of a request whose messages go later. Times are business time, UTC ISO. */
export type ListedScheduled = Readonly<{
  companyId: string;
  campaignId: string;
  packetId: string;
  messages: number;
  createdAt: string;
  /** staff, or a key */ by?: string;
}>;

const listOf = (companyId: string): string => `scheduled/${companyId}/packetList`;
export const scheduledPath = (companyId: string, packetId: string): string => `${listOf(companyId)}/${packetId}`;

const keptMs = 86_400_000;

/** In the order in which they go; after that they stand in no list. */
export const scheduledWrite = (data: ListedScheduled, startsAt: string): DocumentWrite => ({
  path: scheduledPath(data.companyId, data.packetId),
  data,
  dueAt: startsAt,
  expiresAt: new Date(Date.parse(startsAt) + keptMs).toISOString(),
});

/** Nobody looks through more. */
const most = 10_000;
const page = 200;

/** A company's requests whose messages are to go after now, the next ones first. */
export const listedScheduled = async (
  { documents, clock }: Pick<House, 'documents' | 'clock'>,
  companyId: string,
): Promise<readonly (ListedScheduled & Readonly<{ startsAt: string }>)[]> => {
  const found: (ListedScheduled & Readonly<{ startsAt: string }>)[] = [];
  for (let after = { dueAt: clock.now(), path: '\uffff' }; found.length < most;) {
    const some = await documents.due<ListedScheduled>(listOf(companyId), '9999', page, after);
    found.push(...some.flatMap(({ data, dueAt }) => (dueAt === undefined ? [] : [{ ...data, startsAt: dueAt }])));
    const last = some.at(-1);
    if (some.length < page || last?.dueAt === undefined) break;
    after = { dueAt: last.dueAt, path: last.path };
  }
  return found;
};

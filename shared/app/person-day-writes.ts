import { isToldInstead, toldKey, type AssembledTouch, type PeopleCounted } from '#domain/message/chunk.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { claimDays, later, placeKey, type Queued } from './claim-writes.ts';
import type { House } from './house.ts';

/** Messages that a person has on a day; `told`: of which appointments the campaign knows by their id, by the order of the packet that said so. */
export type PersonDay = Readonly<{ count: number; told?: Readonly<Record<string, number>> }>;

export const personDayPath = (fingerprint: string): string => `personDays/${fingerprint}`;

type People = ReadonlyMap<string, Document<PersonDay> | undefined>;

export const readPeople = async (house: House, touches: readonly AssembledTouch[]): Promise<People> => {
  const named = touches.flatMap((touch) => (touch.kind === 'message' && touch.personDay !== undefined ? [touch.personDay] : []));
  const days = [...new Set(named)];
  const counted = await house.documents.getMany<PersonDay>(days.map(personDayPath));
  return new Map(days.map((day, n) => [day, counted[n]]));
};

export const countedIn = (people: People): PeopleCounted => ({
  counts: Object.fromEntries([...people].map(([day, counted]) => [day, counted?.data.count ?? 0])),
  told: Object.fromEntries([...people].flatMap(([day, counted]) => (counted?.data.told ? [[day, counted.data.told]] : []))),
});

type Counting = Readonly<{
  queued: readonly Queued[];
  touches: readonly AssembledTouch[];
  people: People;
  /** of their packet */
  order: number;
}>;

/** One that takes the place of another was counted with that one. */
export const personDayWrites = ({ queued, touches, people, order }: Counting): readonly DocumentWrite[] => {
  if (people.size === 0) return [];
  const touchAt = new Map(touches.flatMap((touch) => (touch.kind === 'message' ? [[placeKey(touch.place), touch] as const] : [])));
  const days = new Map<string, { data: PersonDay; sendAt: string }>();
  for (const { data } of queued) {
    const touch = touchAt.get(placeKey(data));
    if (touch?.personDay === undefined || data.replaces) continue;
    const { count, told = {} } = days.get(touch.personDay)?.data ?? people.get(touch.personDay)?.data ?? { count: 0 };
    const key = toldKey(touch);
    const more = isToldInstead(told, touch, order) ? 0 : 1;
    const after = { count: count + more, ...(key === undefined ? {} : { told: { ...told, [key]: order } }) };
    days.set(touch.personDay, { data: after, sendAt: data.sendAt });
  }
  return [...days].map(([day, { data, sendAt }]) => {
    const known = people.get(day);
    const condition = known ? { ifVersion: known.version } : { ifAbsent: true as const };
    return { path: personDayPath(day), data, expiresAt: later(sendAt, claimDays), ...condition };
  });
};

import type { ChunkEvent } from '#domain/message/chunk.ts';
import { dueAtOf, withoutReplaced, workPath, type WorkItem } from '#domain/work/work-item.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';
import type { Claims, WorkItems } from './hold-claims.ts';
import { wakeWork } from './wake-work.ts';

type Replacing = Readonly<{ companyId: string; events: readonly ChunkEvent[]; claims: Claims; items: WorkItems; now: string }>;

/** The indexes of replaced messages, by the path of their work item. */
const replacedIn = ({ companyId, events, claims }: Replacing): ReadonlyMap<string, readonly number[]> => {
  const replaced = new Map<string, number[]>();
  for (const event of events) {
    if (event.type !== 'MessageQueued' || !event.data.replaces) continue;
    const { work, index } = claims.get(event.data.claim)?.data ?? {};
    if (work === undefined || index === undefined) continue;
    const path = workPath(companyId, work);
    replaced.set(path, [...(replaced.get(path) ?? []), index]);
  }
  return replaced;
};

/**
 * The work items without the messages that others take the place of: written with those, and only while nobody has changed the items.
 * So of a message and what replaces it exactly one goes: the commit of an intent changes the item as well. A lease stays as it is.
 * Throws DocumentMoved where one of them waits no more.
 */
export const replacedWrites = (replacing: Replacing): readonly DocumentWrite[] =>
  [...replacedIn(replacing)].map(([path, indexes]) => {
    const found = replacing.items.get(path);
    const data = found && withoutReplaced(found.data, indexes);
    if (!found || !data) throw new DocumentMoved(path);
    return { path, ifVersion: found.version, data, dueAt: dueAtOf(data, replacing.now) ?? replacing.now };
  });

/** Their own streams are told by whoever holds the items next. */
export const wakeReplaced = async (house: House, replacing: Replacing): Promise<void> => {
  const hints = [...replacedIn(replacing).keys()].flatMap((path) => {
    const item: WorkItem | undefined = replacing.items.get(path)?.data;
    return item ? [{ item, hint: { data: { path }, key: `${path}@replaced` } }] : [];
  });
  if (hints.length > 0) await wakeWork(house, hints);
};

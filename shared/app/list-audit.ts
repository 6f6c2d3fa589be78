import type { Changed } from '#domain/access/audit-events.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { cellTime, isCellTime, isoOf } from './cell-time.ts';
import type { House } from './house.ts';

export type NotedKind = 'change' | 'look' | 'refusal';

export type NotedAccess = Readonly<{
  /** of the line; the next page begins behind it */ cursor: string;
  at: string;
  kind: NotedKind;
  by: string;
  operation: string;
  subjects: readonly string[];
  status: number;
  /** how many a list showed */ shown?: number;
  request: string;
  /** left out: it was not said, or is forgotten */ address?: string;
  agent?: string;
  /** why it was refused */ code?: string;
  /** of the events that it has led to, where that is not the request */ cause?: string;
  operator?: string;
  changes?: readonly Changed[];
}>;

/** Instants are UTC ISO; `subject`: as it was noted. */
export type AuditWanted = Readonly<{
  companyId: string;
  who?: string | undefined;
  kind?: NotedKind | undefined;
  operation?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  limit: number;
}>;

/** As a thing is noted: ids of ours may be told; whatever else was named (a phone, somebody's own id of an appointment) is a fingerprint. */
export const subjectFor = ({ vault }: Pick<House, 'vault'>, companyId: string, value: string): string =>
  /^[a-z]{2,6}_[\w.-]{1,100}$/.test(value) || value === 'me' ? value : `#${vault.fingerprint(companyId, `subject ${value}`)}`;

const prefix = 'aud_';

const cursorOf = (row: Row): string => prefix + Buffer.from(JSON.stringify([row['happened_at'], row['id']])).toString('base64url');

const placeIn = (after: string | undefined): Readonly<Record<string, Value>> => {
  if (after === undefined) return { beforeAt: null, beforeId: null };
  try {
    const [at, id] = JSON.parse(Buffer.from(after.slice(prefix.length), 'base64url').toString()) as unknown[];
    if (isCellTime(at) && typeof id === 'string') return { beforeAt: at, beforeId: id };
  } catch {
    // no cursor of ours: told below
  }
  throw new Refusal('cursor_unknown', 'starting_after is none of the ids of this list');
};

/** Some databases give JSON as a text. */
const listOf = <T>(cell: Value | undefined): readonly T[] =>
  (typeof cell === 'string' ? (JSON.parse(cell) as T[]) : (cell as unknown as T[] | null | undefined)) ?? [];

const textIn = <Name extends string>(row: Row, column: string, name: Name): Partial<Record<Name, string>> => {
  const cell = row[column];
  return typeof cell === 'string' ? ({ [name]: cell } as Record<Name, string>) : {};
};

const changesOf = (cell: Value | undefined): Pick<NotedAccess, 'changes'> => {
  const changes = listOf<Changed>(cell);
  return changes.length === 0 ? {} : { changes };
};

const noted = (row: Row): NotedAccess => ({
  cursor: cursorOf(row),
  at: isoOf(row['happened_at']),
  kind: row['kind'] as NotedAccess['kind'],
  by: String(row['done_by']),
  operation: String(row['operation']),
  subjects: listOf<string>(row['subjects']),
  status: Number(row['answer_status']),
  ...(typeof row['shown'] === 'number' ? { shown: row['shown'] } : {}),
  request: String(row['request_id']),
  ...textIn(row, 'address', 'address'),
  ...textIn(row, 'agent', 'agent'),
  ...textIn(row, 'code', 'code'),
  ...textIn(row, 'cause_id', 'cause'),
  ...textIn(row, 'operator', 'operator'),
  ...changesOf(row['changes']),
});

/** Who changed what and who looked at people, newest first. Throws ReadModelAway, and a Refusal `cursor_unknown`. */
export const listAudit = async (
  house: Pick<House, 'readModel'>,
  wanted: AuditWanted,
): Promise<Readonly<{ items: readonly NotedAccess[]; hasMore: boolean }>> => {
  const { companyId, who = null, kind = null, operation = null, subject = null, from, to, after, limit } = wanted;
  const asked = { companyId, who, kind, operation, subject, from: cellTime(from), to: cellTime(to) };
  const { rows } = await house.readModel.report('audit-page', { ...asked, ...placeIn(after), limit: limit + 1 });
  return { items: rows.slice(0, limit).map(noted), hasMore: rows.length > limit };
};

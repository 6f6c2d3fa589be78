import { subjectFor } from '#app/list-audit.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import type { Operation } from '../operation.ts';
import type { Asked, Ready } from '../run-operation.ts';
import type { Caller } from './caller.ts';

/** Ids of ours may be told; whatever else stands in a path (a phone, somebody's own id of an appointment) is a fingerprint. */
export const subjectOf = ({ house }: Pick<Asked, 'house'>, { accountId }: Pick<Caller, 'accountId'>, value: string): string =>
  subjectFor(house, accountId, value);

/** Where from, as it was said. */
export const addressOf = (headers: Asked['headers']): string | undefined =>
  headers['x-forwarded-for']?.split(',').at(-1)?.trim().slice(0, 100);

/** Whoever changes something is shown what he changed: that is no look besides. */
const kindOf = (
  { looksAt, method, open, changesNothing }: Operation,
  { ready: { changedNothing, whose }, caller: { support } }: Pick<Noting, 'ready' | 'caller'>,
): 'look' | 'change' | undefined => {
  if (method === 'get' || changesNothing || changedNothing) return looksAt || support ? 'look' : undefined;
  return open && !whose ? undefined : 'change';
};

export type Noting = Readonly<{
  operation: Operation;
  asked: Asked;
  caller: Caller;
  ready: Pick<Ready, 'status' | 'shown' | 'changes' | 'changedNothing' | 'cause' | 'whose'>;
}>;

export const fromWhere = (headers: Asked['headers']): Readonly<{ address?: string; agent?: string }> => {
  const address = addressOf(headers);
  const agent = headers['user-agent']?.slice(0, 300);
  return { ...(address === undefined ? {} : { address }), ...(agent === undefined ? {} : { agent }) };
};

/** In the log before the answer leaves, in the commit of whatever else waits for one; where that fails, nothing is shown. */
export const noteAccess = async ({ operation, asked, caller, ready }: Noting): Promise<void> => {
  const kind = kindOf(operation, { ready, caller });
  if (kind === undefined) return;
  const { house, cause, headers, path } = asked;
  // tests with the company's key are looked up where the company looks
  const { companyId, by } = ready.whose ?? { companyId: caller.accountId, by: caller.by };
  const { status, shown, changes, cause: led } = ready;
  const subjects = Object.values(path).map((value) => subjectOf(asked, caller, value));
  const more = { ...(shown === undefined ? {} : { shown }), ...(led === undefined ? {} : { cause: led }) };
  const data = { companyId, by, kind, operation: operation.id, subjects, status, request: cause.id, ...more };
  const operator = caller.support ? { operator: caller.support.who } : {};
  const personal = { ...fromWhere(headers), ...operator, ...(changes === undefined ? {} : { changes: [...changes] }) };
  await house.store.append({
    stream: auditStream(companyId),
    companyId,
    events: [{ type: 'AccessNoted', data, private: personal }],
    cause: { ...cause, id: `${cause.id}.noted`, correlation: cause.id },
  });
};

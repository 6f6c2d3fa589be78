import { takeRequests } from '#app/take-requests.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import type { Counting } from '#domain/work/limit.ts';
import type { Operation } from '../operation.ts';
import type { Asked } from '../run-operation.ts';
import type { Caller } from './caller.ts';
import { fromWhere, subjectOf } from './note-access.ts';
import { placeOf } from './place-of.ts';
import { Problem, type Whose } from './problem.ts';

/** What is no mistake of a program but somebody who asks for what is not his, with the status that it is answered with. */
export const notedRefusals: Readonly<Record<string, number>> = {
  api_key_malformed: 401,
  api_key_invalid: 401,
  api_key_revoked: 401,
  api_key_expired: 401,
  login_failed: 401,
  password_wrong: 403,
  csrf_token_wrong: 403,
  mode_unavailable: 403,
  brand_limited: 403,
  scope_missing: 403,
  not_on_team_list: 400,
  token_invalid: 400,
  login_locked: 429,
  rate_limited: 429,
};

const hourMs = 3_600_000;
/** Of one caller, or network, for one reason in one hour; what comes after them is no news. */
export const mostOfOne = 20;
/** Of all that is noted for one company in one hour: nobody fills the log by knocking. */
export const mostOfCompany = 500;

/** Where it belongs to nobody that we know, it stands with the house itself. */
const nobody = 'co_nobody';

const isNews = async ({ house, headers }: Asked, { companyId, by }: Whose, code: string): Promise<boolean> => {
  const who = by === 'nobody' ? placeOf(headers).replaceAll(/[^\w.]/g, '_') : by;
  const limits: readonly Counting[] = [
    { key: `refused-${companyId}.${who}.${code}`, most: mostOfOne, every: { ms: hourMs } },
    { key: `refused-${companyId}`, most: mostOfCompany, every: { ms: hourMs } },
  ];
  for (const limit of limits) if (!(await takeRequests(house, limit)).isTaken) return false;
  return true;
};

export type Refused = Readonly<{ operation: Operation; asked: Asked; caller: Caller | undefined; error: unknown }>;

const whoseOf = ({ caller, error }: Refused): Whose => {
  if (error instanceof Problem && error.whose) return error.whose;
  return caller ? { companyId: caller.accountId, by: caller.by } : { companyId: nobody, by: 'nobody' };
};

const note = async (refused: Refused, code: string): Promise<void> => {
  const { operation, asked } = refused;
  const whose = whoseOf(refused);
  if (!(await isNews(asked, whose, code))) return;
  const { companyId, by } = whose;
  const { house, cause, headers, path } = asked;
  const subjects = Object.values(path).map((value) => subjectOf(asked, { accountId: companyId }, value));
  const about = { kind: 'refusal', operation: operation.id, subjects, status: notedRefusals[code] ?? 403, code } as const;
  await house.store.append({
    stream: auditStream(companyId),
    companyId,
    events: [{ type: 'AccessNoted', data: { companyId, by, ...about, request: cause.id }, private: fromWhere(headers) }],
    cause: { ...cause, id: `${cause.id}.refused`, correlation: cause.id },
  });
};

/** Notes who was refused, and why; never what he sent. Bounded, and never in the way of the refusal itself. */
export const noteRefusal = async (refused: Refused): Promise<void> => {
  const { error, asked } = refused;
  if (!(error instanceof Problem || error instanceof Refusal) || !Object.hasOwn(notedRefusals, error.code)) return;
  try {
    await note(refused, error.code);
  } catch {
    asked.house.log.warn({ code: error.code, operation: refused.operation.id }, 'a refusal could not be noted in the audit log');
  }
};

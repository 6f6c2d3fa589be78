import type { RowAnswer } from '#app/request-answer.ts';
import type { RequestMark, SendRequest } from '#app/accept-request.ts';
import { beyondTeamList } from '#app/beyond-team-list.ts';
import { readCampaign } from '#app/campaign-document.ts';
import { sendOne } from '#app/send-one.ts';
import { sendTogether, type SingleRequest } from '#app/send-together.ts';
import { testCampaign } from '#app/test-campaign.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { Problem } from '../conventions/problem.ts';
import type { Answer, Call } from '../operation.ts';

type Text = string | number | boolean | null;
export type Item = Readonly<{ fields: Readonly<Record<string, Text>>; reference?: string | undefined }>;

const textOf = (value: Text): string => (value === null ? '' : String(value));

/** The reference lies beside the row's fields, so that it is told with everything that comes of it. */
const rowOf = ({ fields, reference }: Item): Readonly<Record<string, string>> => {
  const row = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, textOf(value)]));
  return reference === undefined || Object.hasOwn(row, 'reference') ? row : { ...row, reference };
};

/** What became of one message, with the caller's own name for it. */
export const resultOf = (
  answer: RowAnswer,
  { reference, caller, packetId }: Readonly<{ reference: string | undefined; caller: Call['caller']; packetId: string }>,
) => {
  const { row, channel, outcome } = answer;
  const about = { row, ...(reference === undefined ? {} : { reference }), channel, outcome };
  if (answer.outcome === 'queued') return { ...about, message: answer.messageId, send_at: answer.sendAt };
  const why = { ...about, code: answer.code, detail: answer.words };
  if (answer.outcome === 'rejected') return { ...why, ...(answer.field === undefined ? {} : { field: answer.field }) };
  // who sees some brands hears of no message that another one of them may have sent
  const isTold = answer.owner !== undefined && (!caller.user?.brands || parseMessageId(answer.owner)?.packetId === packetId);
  return { ...why, ...(isTold ? { duplicate_of: answer.owner } : {}) };
};

/** A team key reaches the people of the list alone: nothing is sent where one of the recipients is none of them. Throws a Problem `not_on_team_list`. */
const checkTeam = async ({ house, caller }: Call, request: SendRequest, pointerOf: (n: number) => string): Promise<void> => {
  if (caller.mode !== 'team') return;
  const found = await readCampaign(house.documents, request.campaignId);
  if (found?.companyId !== caller.companyId) return;
  const { definition } = found.campaign.approved ?? found.campaign;
  const beyond = await beyondTeamList(house, { companyId: caller.companyId, definition, rows: request.rows });
  if (beyond.length === 0) return;
  const detail = 'This recipient is not on the team list.';
  const errors = beyond.slice(0, 20).map((n) => ({ pointer: pointerOf(n), code: 'not_on_team_list', detail }));
  throw new Problem(
    'not_on_team_list',
    `${beyond.length} of the recipients: a team key sends to the team list alone, so nothing was sent.`,
    { errors },
  );
};

/** Of a test key: a campaign that stands for the one that he names. */
const campaignFor = async ({ house, caller, cause }: Call, campaignId: string): Promise<string> => {
  if (caller.mode !== 'test') return campaignId;
  const found = await testCampaign(house, { companyId: caller.accountId, campaignId }, cause);
  if (found === undefined) throw new Problem('campaign_unknown');
  return found;
};

export type Sending = Readonly<{
  campaign: string;
  items: readonly Item[];
  /** RFC 3339; left out: now */
  starts_at?: string | undefined;
  /** where an item stands in the body */ pointerOf: (n: number) => string;
}>;

/** An Idempotency-Key that was used for another request. */
const asProblem = (error: unknown): never => {
  if (error instanceof Refusal && error.code === 'reference_used') throw new Problem('idempotency_key_reused');
  throw error;
};

type Sent = Readonly<{ packetId: string; again: boolean; results: readonly RowAnswer[]; waiting: number; startsAt?: string }>;

const answerOf = ({ caller }: Call, { campaign, items }: Sending, { packetId, again, results, waiting, startsAt }: Sent): Answer => ({
  status: 201,
  ...(again ? { headers: { 'idempotent-replayed': 'true' } } : {}),
  body: {
    object: 'message_request',
    id: packetId,
    campaign,
    mode: caller.mode,
    results: results.map((one) => resultOf(one, { reference: items[one.row - 1]?.reference, caller, packetId })),
    waiting,
    ...(startsAt === undefined ? {} : { starts_at: startsAt }),
  },
});

/** As the rules write times. */
const instantOf = (text: string | undefined): string | undefined => (text === undefined ? undefined : new Date(text).toISOString());

/** Whoever wants it later is named with it; who sends now is in the audit log. */
const byOf = ({ by }: Call['caller'], startsAt: string | undefined): string | undefined => (startsAt === undefined ? undefined : by);

/** The messages of a request, by the campaign's rules, now or from the time on that it names. Throws Refusals and Problems. */
export const sendRows = async (call: Call, sending: Sending): Promise<Answer> => {
  const { house, caller, cause, seed } = call;
  const campaignId = await campaignFor(call, sending.campaign);
  const rows = sending.items.map(rowOf);
  const startsAt = instantOf(sending.starts_at);
  const request = {
    companyId: caller.companyId,
    campaignId,
    rows,
    startsAt,
    by: byOf(caller, startsAt),
    ...(seed === undefined ? {} : { reference: seed }),
  };
  await checkTeam(call, request, sending.pointerOf);
  return answerOf(call, sending, await sendOne(house, request, cause).catch(asProblem));
};

const keptMs = 7 * 86_400_000;

/** The same whatever the order of its names. */
const sortedJson = (row: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** What the seed stands for, where answers of other operations are saved. */
const markOf = (
  { house, caller: { companyId }, seed = '' }: Call,
  campaignId: string,
  { row, startsAt }: Pick<SingleRequest, 'row' | 'startsAt'>,
): RequestMark => ({
  path: `apiAnswers/${companyId}.${seed}`,
  fingerprint: house.vault.fingerprint(companyId, `single/${campaignId}/${startsAt ?? 'now'}/${sortedJson(row)}`),
  expiresAt: new Date(Date.parse(house.clock.now()) + keptMs).toISOString(),
});

/** One message, by the campaign's rules, now: in one packet with those that others ask for in the same moment. */
export const sendRow = async (call: Call, sending: Sending): Promise<Answer> => {
  const { house, caller, cause } = call;
  const { companyId } = caller;
  const campaignId = await campaignFor(call, sending.campaign);
  const [item] = sending.items;
  const row = rowOf(item!);
  await checkTeam(call, { companyId, campaignId, rows: [row] }, sending.pointerOf);
  const startsAt = instantOf(sending.starts_at);
  const request = { companyId, campaignId, row, startsAt, by: byOf(caller, startsAt), mark: markOf(call, campaignId, { row, startsAt }) };
  return answerOf(call, sending, await sendTogether(house, request, cause).catch(asProblem));
};

import { createHash, randomUUID } from 'node:crypto';
import { withMapping } from '#domain/campaign/mapping.ts';
import { testMessage, type TestCommand, type TestMessage } from '#domain/campaign/test-message.ts';
import type { TestEvent } from '#domain/campaign/test-events.ts';
import { fold } from '#domain/kernel/decider.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody, isPool, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { testStream } from '#domain/kernel/streams.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { Outcome, Provider } from '#ports/provider.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { readCampaign } from './campaign-document.ts';
import { carrierOf } from './carrier-of.ts';
import { poolOf } from './choose-senders.ts';
import { handle, type Handled } from './handle.ts';
import { assertNotHalted } from './halt-company.ts';
import type { House } from './house.ts';
import { previewLinks } from './page-url.ts';
import { nobodyOptedOut, optedOutAmong } from './opted-out-among.ts';
import { outgoingContent } from './outgoing-content.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { assertRegistered } from './registered-senders.ts';
import { suppressionPaths } from './suppression-path.ts';
import { testQuota } from './test-quota.ts';
import { testRow } from './test-row.ts';
import { sitesOf } from './with-locations.ts';

export type TestRequest = Readonly<{
  campaignId: string;
  /** whose columns count */ source: string;
  file: SourceFile;
  /** left out: the house's own */ reader?: RowReader;
  /** as a spreadsheet counts */ row: number;
  /** one's own phone, or whatever contact point the channel has */ to: string;
  /** the campaign's first unless told */ channel?: Channel | undefined;
  /** the same one again sends nothing */ requestId: string;
}>;

/** `unknown`: it was handed to the provider, and nobody can tell what became of it. */
export type TestAnswer = Readonly<{
  testId: string;
  status: 'sent' | 'failed' | 'unknown';
  code?: string;
  words?: string;
  body?: string;
  segments?: number;
}>;

const validitySeconds = 3_600;
const tries = 5;

type Test = Readonly<{ house: House; testId: string; companyId: string; campaignId: string; cause: Cause }>;

const decide = (
  { house, testId, companyId, cause }: Test,
  command: TestCommand,
  more: Pick<Parameters<typeof handle>[2], 'documents' | 'expects'> = {},
): Promise<Handled<TestMessage, unknown>> => {
  // an append of the same id is taken for the same append, and each of two callers would believe that the intent is his
  const own = { ...cause, id: `${testId}/${randomUUID()}` };
  return handle(house.store, testMessage, { stream: testStream(testId), companyId, command, cause: own, ...more });
};

const stateOf = async ({ house, testId }: Test): Promise<TestMessage> =>
  fold(testMessage, (await house.store.read(testStream(testId))).events as readonly unknown[] as readonly TestEvent[]);

const answerOf = (testId: string, state: TestMessage): TestAnswer => {
  if (state.status === 'sent') return { testId, status: 'sent' };
  if (state.status === 'failed') return { testId, status: 'failed', code: state.code, words: wordsFor(state.code) };
  return { testId, status: 'unknown', code: 'no_answer', words: wordsFor('no_answer') };
};

type Intent = Extract<TestCommand, { type: 'IntendTest' }>;

const channelOf = ({ data }: Intent): Channel => data.channel ?? 'sms';

/** Stores the intent, with the company's quota, while the phone is not opted out. False: it was stored before. */
const intend = async (test: Test, command: Intent): Promise<boolean> => {
  const { house, companyId, cause } = test;
  const { from, to } = command.data;
  const reached = { channel: channelOf(command), to, from };
  const suppressions = suppressionPaths(house, companyId, reached);
  let expects = nobodyOptedOut(house, companyId, [reached]);
  for (let left = tries; ; left--) {
    const quota = await testQuota(house.documents, companyId, cause.now);
    try {
      const { events } = await decide(test, command, {
        documents: () => [quota],
        expects,
      });
      return events.length > 0;
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
      if (left <= 1) throw error;
      if (!suppressions.includes(error.path)) continue;
      const { codes, others } = await optedOutAmong(house, { companyId, everywhere: true }, [reached]);
      if (codes[0] !== undefined) throw new Refusal('opted_out', wordsFor('opted_out'));
      expects = nobodyOptedOut(house, companyId, [reached], others);
    }
  }
};

const call = async ({ house, testId }: Test, provider: Provider, command: Intent): Promise<Outcome> => {
  const { from, to } = command.data;
  const content = outgoingContent(channelOf(command), command.data);
  const callbackUrl = `${house.publicUrl}/messages/status/${provider.name}?m=${testId}`;
  try {
    return await provider.send({ messageId: testId, to, from, content, validitySeconds, callbackUrl });
  } catch {
    return { kind: 'unknown', code: 'adapter_failed' };
  }
};

const record = async (test: Test, outcome: Outcome): Promise<TestMessage> => {
  const { campaignId } = test;
  if (outcome.kind === 'unknown') return { status: 'sending' };
  if (outcome.kind === 'accepted') {
    const { kind: _, ...sent } = outcome;
    return (await decide(test, { type: 'RecordTest', data: { kind: 'sent', campaignId, ...sent } })).state;
  }
  const { code, providerCode } = outcome;
  const failed = { kind: 'failed', campaignId, code, ...(providerCode === undefined ? {} : { providerCode }) } as const;
  return (await decide(test, { type: 'RecordTest', data: failed })).state;
};

const senderOf = async (house: House, companyId: string) => {
  const company = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data;
  if (company) assertNotHalted(company, companyId);
  if (company && (company.routes || house.providerFor(company.account))) return company;
  throw new Refusal(
    'provider_missing',
    'nobody can send from here: open the house with "carillon start", or configure the account of its provider',
  );
};

/** An id of our own, which tells nothing of the request's. */
const testIdOf = (companyId: string, requestId: string): string =>
  `tst_${idBody(createHash('sha256').update(`${companyId}\n${requestId}`).digest())}`;

/**
 * Sends a row's message, as the campaign's newest version would write it now, to one's own phone: through the provider as any other, marked
 * as a test, and counted nowhere. At most once per request, 20 an hour per company. Throws Refusals, and FileUnreadable.
 */
export const testSend = async (house: House, request: TestRequest, cause: Cause): Promise<TestAnswer> => {
  const { campaignId, source, file, row, to, channel, requestId, reader = house.rows } = request;
  const found = await readCampaign(house.documents, campaignId);
  if (!found) throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}: put one with "carillon campaign put FILE"`);
  const { companyId, campaign } = found;
  const test: Test = { house, testId: testIdOf(companyId, requestId), companyId, campaignId, cause };
  const before = await stateOf(test);
  if (before.status !== 'unknown') return answerOf(test.testId, before);
  const company = await senderOf(house, companyId);
  const mapping = Object.hasOwn(campaign.mappings ?? {}, source) ? campaign.mappings?.[source] : undefined;
  const definition = withMapping(campaign.definition, mapping);
  const linkTo = previewLinks(house);
  const siteNamed = await sitesOf(house, companyId);
  const asked = { definition, to, channel, row, file, companyName: company.name, siteNamed, now: cause.now, linkTo };
  const made = await testRow(reader, asked);
  const provider = carrierOf(house, company, made.channel);
  if (!provider)
    throw new Refusal('channel_unsupported', `the provider of this company, ${company.account.provider}, does not carry ${made.channel}`);
  const { name, accountId } = provider;
  // a test is no message to whoever the phone belongs to: any number of the pool will do
  const from = isPool(made.from) ? ((await poolOf(house, companyId, made.from)).numbers[0] ?? made.from) : made.from;
  const { registration, purpose } = definition;
  await assertRegistered(house, { companyId, channel: made.channel, registration, purpose, from, to: made.to });
  const intent = { campaignId, version: campaign.version, row, provider: name, accountId, ...made, from };
  const command: Intent = { type: 'IntendTest', data: intent };
  if (!(await intend(test, command))) return answerOf(test.testId, await stateOf(test));
  const state = await record(test, await call(test, provider, command));
  house.log.info({ companyId, campaignId, provider: name, status: state.status }, 'a test message was handed to the provider');
  return { ...answerOf(test.testId, state), body: made.body, segments: made.segments };
};

import { randomBytes } from 'node:crypto';
import { testProvider } from '#domain/company/test-account.ts';
import type { Channel, Looked, Outcome, Outgoing, Provider } from '#ports/provider.ts';
import { fateOf, type Fate } from './fates.ts';
import { readTestReply, readTestReport } from './read-callback.ts';
import { signatureHeader, signatureOf } from './signature.ts';

export type TestNetworkOptions = Readonly<{
  /** the company that stands for another one in tests */
  accountId: string;
  /** signs what it reports */
  secret: string;
  /** where people's replies go, without a trailing slash */
  publicUrl: () => string;
  /** real time, milliseconds */
  now: () => number;
}>;

const callTimeoutMs = 10_000;
const callbackMs = 3_000;

const all: readonly Channel[] = ['sms', 'mms', 'whatsapp', 'voice', 'email', 'messenger', 'instagram'];
const answerable: readonly string[] = ['sms', 'mms', 'whatsapp', 'email'];

/** A report that is lost is made up for by whoever asks later, as with a real network. */
const call = async (secret: string, url: string, told: object): Promise<void> => {
  const { pathname, search } = new URL(url);
  const body = JSON.stringify(told);
  const headers = { 'content-type': 'application/json', [signatureHeader]: signatureOf(secret, pathname + search, body) };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(callbackMs) });
    await answer.body?.cancel();
  } catch {
    // nobody listens there
  }
};

type Taken = Extract<Fate, { kind: 'taken' }>;

/** The reference tells when it was taken and to whom it went, so that nothing has to be kept: `test_<ms>_<fate>_<chance>`. */
const referenceOf = (now: number, to: string): string =>
  `test_${now}_${Buffer.from(to.startsWith('+1500555') ? to : to.includes('@') ? `${to.split('@')[0]}@` : '').toString('hex')}_${randomBytes(6).toString('hex')}`;

const lookedAt = (reference: string, now: number): Looked | undefined => {
  const [, at, whom] = /^test_(\d+)_([0-9a-f]*)_[0-9a-f]+$/.exec(reference) ?? [];
  if (at === undefined || whom === undefined) return undefined;
  const fate = fateOf({ from: '', to: Buffer.from(whom, 'hex').toString() });
  if (fate.kind !== 'taken' || fate.reports.length === 0) return { status: 'sent' };
  if (now - Number(at) < (fate.lateMs ?? 0)) return { status: 'sent' };
  return fate.reports.find(({ status }) => status !== 'sent') ?? { status: 'sent' };
};

/** Takes messages of every channel, sends none, and reports of them over HTTP like a real network, by the numbers of `fates.ts`. */
export const testNetwork = ({ accountId, secret, publicUrl, now }: TestNetworkOptions): Provider => {
  const tell = async ({ to, from, callbackUrl, content }: Outgoing, reference: string, fate: Taken): Promise<void> => {
    if (fate.lateMs === undefined)
      for (const report of fate.reports) await call(secret, callbackUrl, { account: accountId, reference, ...report });
    if (fate.reply === undefined || !answerable.includes(content.channel)) return;
    const reply = { account: accountId, reference: `${reference}_reply`, channel: content.channel, from: to, to: from, body: fate.reply };
    await call(secret, `${publicUrl()}/messages/incoming/${testProvider}`, reply);
  };
  const send = async (message: Outgoing): Promise<Outcome> => {
    const fate = fateOf(message);
    if (fate.kind === 'refused') return { ...fate, retryable: false };
    if (fate.kind === 'unknown') return { kind: 'unknown', code: 'no_answer' };
    const reference = referenceOf(now(), message.to);
    await tell(message, reference, fate);
    return { kind: 'accepted', reference };
  };
  return {
    name: testProvider,
    accountId,
    channels: all,
    callTimeoutMs,
    send,
    look: (reference) => Promise.resolve(lookedAt(reference, now())),
    settledAfterMs: 600_000,
    listLagMs: 0,
    readReport: (request) => readTestReport(secret, request),
    readIncoming: (request) => readTestReply(secret, request),
    close: () => Promise.resolve(),
  };
};

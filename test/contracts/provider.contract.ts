import assert from 'node:assert/strict';
import type { Outcome, Outgoing, Provider, ReportRequest, ReportedStatus } from '#ports/provider.ts';
import type { CallbackReceiver } from '../support/callback-receiver.ts';
import { eventually } from '../support/eventually.ts';

/** How a provider's answer can go wrong. `after accept`: it has the message, and only the answer is lost. */
export type Trouble = 'too many requests' | 'error' | 'unavailable' | 'silence' | 'cut' | 'cut after accept' | 'malformed after accept';

export type OpenedProvider = Readonly<{
  provider: Provider;
  receiver: CallbackReceiver;
  /** the next request goes wrong like this */
  trouble: (kind: Trouble) => Promise<void>;
  /** what the network has for a recipient */
  received: (to: string) => Promise<readonly Readonly<{ to: string; from: string; body: string }>[]>;
  /** a report of this provider, signed by it, with some of its words changed */
  signed: (change: Readonly<{ accountId?: string; status?: string; reference?: string; query?: string }>) => ReportRequest;
  /** what no outcome and no error may show */
  secrets: readonly string[];
  /** requests that the provider documents as refused */
  refusals: readonly Readonly<{ title: string; message: Partial<Outgoing>; outcome: Outcome }>[];
  close: () => Promise<void>;
}>;

type Rule = (title: string, body: (opened: OpenedProvider) => Promise<void>) => void;

const to = '+12085550123';
const body = 'Hi Ana, you see Dr. Ng on Tue at 9:30 AM. 10% off & more? +1 = “ok” 👍';
const messageId = 'msg_abc-1-2-sms-0';
const before = () => new Date(Date.now() - 2_000).toISOString();

const outgoing = ({ receiver }: OpenedProvider, change: Partial<Outgoing> = {}): Outgoing => ({
  messageId,
  to,
  from: '+12085550199',
  content: { channel: 'sms', body },
  callbackUrl: `${receiver.origin}/messages/status/provider?m=${messageId}`,
  ...change,
});

const sendingRules = (rule: Rule): void => {
  rule('sends what it is told, letter by letter', async (opened) => {
    const outcome = await opened.provider.send(outgoing(opened, { validitySeconds: 3_600 }));
    assert.equal(outcome.kind, 'accepted');
    assert.ok(outcome.kind === 'accepted' && outcome.reference !== '');
    assert.deepEqual(
      (await opened.received(to)).map((message) => [message.to, message.from, message.body]),
      [[to, '+12085550199', body]],
    );
  });
  rule('sends many at once, each with a reference of its own', async (opened) => {
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => opened.provider.send(outgoing(opened))));
    assert.equal(new Set(outcomes.map((outcome) => (outcome.kind === 'accepted' ? outcome.reference : outcome.code))).size, 200);
  });
  rule('does not fail at a validity out of bounds, nor at half a surrogate pair', async (opened) => {
    for (const change of [
      { validitySeconds: 0 },
      { validitySeconds: 1e9 },
      { validitySeconds: 59.5 },
      { content: { channel: 'sms', body: 'x\ud83d' } as const },
    ])
      assert.equal((await opened.provider.send(outgoing(opened, change))).kind, 'accepted');
  });
};

const refusalRules = (rule: Rule): void => {
  rule('tells each documented refusal by its code, and whether it may pass', async (opened) => {
    for (const { title, message, outcome } of opened.refusals)
      assert.deepEqual(await opened.provider.send(outgoing(opened, message)), outcome, title);
  });
  rule('tells that too many requests may pass later, and the message was not sent', async (opened) => {
    await opened.trouble('too many requests');
    const outcome = await opened.provider.send(outgoing(opened));
    assert.ok(outcome.kind === 'refused' && outcome.retryable, JSON.stringify(outcome));
    assert.equal(outcome.code, 'rate_limited');
    assert.deepEqual(await opened.received(to), []);
  });
};

const minute = 60_000;

const doubtRules = (rule: Rule): void => {
  for (const kind of ['error', 'unavailable', 'silence', 'cut', 'cut after accept', 'malformed after accept'] as const)
    rule(`is in doubt, and does not try again by itself: ${kind}`, async (opened) => {
      await opened.trouble(kind);
      const outcome = await opened.provider.send(outgoing(opened));
      assert.equal(outcome.kind, 'unknown', JSON.stringify(outcome));
      assert.equal((await opened.received(to)).length, kind.endsWith('after accept') ? 1 : 0);
      assert.equal((await opened.provider.send(outgoing(opened))).kind, 'accepted', 'the next request is a new one');
    });
  rule('finds afterwards what was accepted without an answer', async (opened) => {
    const { provider } = opened;
    if (!provider.find) return;
    const since = before();
    assert.deepEqual(await provider.find(to, minute), []);
    await opened.trouble('cut after accept');
    await provider.send(outgoing(opened));
    const found = await provider.find(to, minute);
    assert.deepEqual(
      found.map((message) => [message.to, message.body]),
      [[to, body]],
    );
    assert.ok(found[0]!.createdAt >= since.slice(0, 19) && found[0]!.createdAt <= new Date().toISOString());
    await eventually('its end is listed', async () => (await provider.find!(to, minute))[0]!.status === 'delivered');
    assert.deepEqual(await provider.find(to, -minute), [], 'nothing was made in the future');
  });
};

const read = ({ provider }: OpenedProvider, request: ReportRequest) => provider.readReport(request);

const reportRules = (rule: Rule): void => {
  rule('reads each status report, and the same one the same way again', async (opened) => {
    const outcome = await opened.provider.send(outgoing(opened));
    assert.equal(outcome.kind, 'accepted');
    const { requests } = opened.receiver;
    await eventually('two callbacks', () => requests.length === 2);
    const statuses: ReportedStatus[] = [];
    for (const request of [...requests, ...requests]) {
      const result = read(opened, request);
      assert.ok(result.kind === 'report', JSON.stringify(result));
      const { status, ...rest } = result.report;
      statuses.push(status);
      assert.deepEqual(rest, { messageId, accountId: opened.provider.accountId, reference: outcome.reference });
    }
    assert.deepEqual([...new Set(statuses)].sort(), ['delivered', 'sent']);
  });
  rule('refuses a report whose signature does not fit its URL and body', async (opened) => {
    const good = opened.signed({});
    assert.equal(read(opened, good).kind, 'report');
    const headers = Object.fromEntries(Object.entries(good.headers).map(([key, value]) => [key, `x${value}`]));
    const bad: ReportRequest[] = [
      { ...good, headers },
      { ...good, headers: {} },
      { ...good, body: `${good.body}&Extra=1` },
      { ...good, body: good.body.replace('delivered', 'undelivered') },
      { ...good, body: '' },
      { ...good, url: good.url.replace(messageId, 'msg_other-1-2-sms-0') },
      { ...good, url: '' },
    ];
    for (const request of bad) assert.equal(read(opened, request).kind, 'foreign');
  });
  rule('refuses a report of another account', async (opened) => {
    assert.equal(read(opened, opened.signed({ accountId: 'AC11111111111111111111111111111111' })).kind, 'foreign');
  });
  rule('calls a signed report malformed that says nothing of a message of ours', async (opened) => {
    for (const change of [
      { status: 'sleeping' },
      { status: 'constructor' },
      { status: '' },
      { reference: 'nothing' },
      { query: '' },
      { query: '?m=%E0%A4%A' },
    ])
      assert.equal(read(opened, opened.signed(change)).kind, 'malformed', JSON.stringify(change));
    assert.equal(read(opened, { ...opened.signed({}), method: 'GET' }).kind, 'malformed');
  });
};

const secrecyRules = (rule: Rule): void => {
  rule('shows no secret and no person in an outcome or an error', async (opened) => {
    const { provider } = opened;
    const shown: string[] = [];
    const kinds: Trouble[] = ['too many requests', 'error', 'silence', 'cut', 'malformed after accept'];
    for (const kind of kinds) {
      await opened.trouble(kind);
      shown.push(JSON.stringify(await provider.send(outgoing(opened))));
    }
    for (const { message } of opened.refusals) shown.push(JSON.stringify(await provider.send(outgoing(opened, message))));
    const good = opened.signed({});
    for (const request of [{ ...good, body: `${good.body}&x=${body}` }, opened.signed({ status: 'odd' }), opened.signed({ query: '' })])
      shown.push(JSON.stringify(read(opened, request)));
    const people = [to, to.slice(1), body.slice(0, 10), ...opened.refusals.flatMap(({ message }) => message.to ?? [])];
    for (const text of shown) for (const secret of [...opened.secrets, ...people]) assert.ok(!text.includes(secret), text);
  });
};

/** Every provider passes this. Its network is a real one or a simulator, over HTTP. What it can't do is named in `skipped` with the reason. */
export const providerContract = (
  name: string,
  open: () => Promise<OpenedProvider>,
  skipped: Readonly<Record<string, string>> = {},
): void => {
  describe(`provider contract: ${name}`, () => {
    let opened: OpenedProvider;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const rule: Rule = (title, check) =>
      skipped[title] === undefined ? it(title, () => check(opened)) : it.skip(`${title} (${skipped[title]})`);
    for (const rules of [sendingRules, refusalRules, doubtRules, reportRules, secrecyRules]) rules(rule);
  });
};

import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import { callWebhooks } from '#app/call-webhooks.ts';
import { notifyCustomer } from '#app/notify-customer.ts';
import { haltCompany } from '#app/halt-company.ts';
import { addEndpoint } from '#api/webhook-endpoints/add-endpoint.ts';
import { editEndpoint } from '#api/webhook-endpoints/edit-endpoint.ts';
import { getAttempt } from '#api/webhook-endpoints/get-attempt.ts';
import { getEndpoint } from '#api/webhook-endpoints/get-endpoint.ts';
import { listAttempts } from '#api/webhook-endpoints/list-attempts.ts';
import { removeEndpoint } from '#api/webhook-endpoints/remove-endpoint.ts';
import { replayEvents } from '#api/webhook-endpoints/replay-events.ts';
import { rotateSecret } from '#api/webhook-endpoints/rotate-secret.ts';
import { testEndpoint } from '#api/webhook-endpoints/test-endpoint.ts';
import { webhookTypes } from '#api/webhook-endpoints/webhook-types.ts';
import type { Operation } from '#api/operation.ts';
import { callOperation, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import { answers, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

type Json = Record<string, unknown>;

describe('webhook endpoints over the API', () => {
  let open: ApiHouse;
  let receiver: WebhookReceiver;
  before(async () => ([open, receiver] = await Promise.all([openApiHouse(), openWebhookReceiver()])));
  after(() => Promise.all([open.close(), receiver.close()]));
  beforeEach(() => {
    receiver.received.splice(0);
    receiver.answer(answers(204));
  });

  const ask = async (operation: Operation, asking: Asking, status = 200): Promise<Json> => {
    const answer = await callOperation(open.origin, operation, { key: open.key, ...asking });
    assert.equal(answer.status, status, answer.text);
    return answer.text === '' ? {} : (JSON.parse(answer.text) as Json);
  };
  const add = async (events: readonly string[]): Promise<Readonly<{ id: string; secret: string }>> => {
    const added = await ask(addEndpoint, { body: { url: receiver.url, events } }, 201);
    return { id: String(added['id']), secret: String(added['secret']) };
  };
  const tell = async (id: string): Promise<void> => {
    for (const partition of open.house.store.partitions()) await notifyCustomer(open.house, partition);
    await callWebhooks(open.house, id);
  };

  it('tell what happens from then on, with a secret that is shown once', async () => {
    const { id, secret } = await add(['company.*']);
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = await ask(getEndpoint, { path: { id } });
    assert.deepEqual([shown['status'], 'secret' in shown], ['enabled', false]);
    await haltCompany(open.house, { companyId: open.companyId, by: 'usr_test' }, { id: 'req_halt', now: open.house.clock.now() });
    await tell(id);
    const [{ body, headers }] = receiver.received as [WebhookReceiver['received'][0]];
    assert.equal((new Webhook(secret).verify(body, headers) as Json)['type'], 'company.halted');
    const { data } = (await ask(listAttempts, { path: { id } })) as { data: readonly Json[] };
    assert.deepEqual(
      data.map(({ outcome, status, type }) => [outcome, status, type]),
      [['delivered', 204, 'company.halted']],
    );
  });

  it('show what was sent and what came back, and tell it again', async () => {
    const { id } = await add(['message.failed']);
    receiver.answer(answers(500, {}, 'out of memory'));
    const { event } = await ask(testEndpoint, { path: { id }, body: { type: 'packet.failed' } }, 202);
    await tell(id);
    const { data } = (await ask(listAttempts, { path: { id }, query: { outcome: 'retried' } })) as { data: readonly [Json] };
    const shown = await ask(getAttempt, { path: { id, attempt: String(data[0]['id']) } });
    assert.deepEqual(shown['response'], { status: 500, body: 'out of memory' });
    assert.equal((shown['request'] as Json)['body'], receiver.received[0]!.body);
    assert.equal(JSON.parse(receiver.received[0]!.body).sample, true);
    receiver.answer(answers(200));
    assert.equal((await ask(replayEvents, { path: { id }, body: { event } }, 202))['replayed'], 1);
    await callWebhooks(open.house, id);
    assert.deepEqual(
      receiver.received.map((one) => one.event.id),
      [event, event],
    );
    await ask(replayEvents, { path: { id }, body: { event: 'evt_none' } }, 404);
  });

  it('page through attempts, newest first', async () => {
    const { id } = await add(['*']);
    for (const type of ['packet.loaded', 'packet.failed', 'packet.held', 'company.lifted', 'company.halted']) {
      await ask(testEndpoint, { path: { id }, body: { type } }, 202);
      await tell(id);
      open.test.clock.passReal(5);
    }
    const types: unknown[] = [];
    let after: Record<string, string> = {};
    for (let more = true; more;) {
      const page = (await ask(listAttempts, { path: { id }, query: { limit: '2', ...after } })) as {
        data: readonly Json[];
        has_more: boolean;
      };
      types.push(...page.data.map(({ type }) => type));
      after = { starting_after: String(page.data.at(-1)!['id']) };
      more = page.has_more;
    }
    assert.deepEqual(types, ['company.halted', 'company.lifted', 'packet.held', 'packet.failed', 'packet.loaded']);
  });

  it('change by If-Match alone, rotate their secret, and are gone when they are removed', async () => {
    const { id, secret } = await add(['*']);
    const { headers } = await callOperation(open.origin, getEndpoint, { key: open.key, path: { id } });
    const match = { headers: { 'if-match': String(headers.get('etag')) } };
    const changed = await ask(editEndpoint, { path: { id }, body: { status: 'disabled' }, ...match });
    assert.deepEqual([changed['status'], changed['disabled_because']], ['disabled', 'asked']);
    await ask(editEndpoint, { path: { id }, body: { status: 'enabled' }, ...match }, 412);
    await ask(testEndpoint, { path: { id }, body: {} }, 409);
    await ask(editEndpoint, { path: { id }, body: { status: 'enabled', events: ['packet.*'] } });
    const rotated = await ask(rotateSecret, { path: { id }, body: {} }, 201);
    assert.notEqual(rotated['secret'], secret);
    await ask(testEndpoint, { path: { id }, body: {} }, 202);
    await ask(removeEndpoint, { path: { id } }, 204);
    await callWebhooks(open.house, id);
    assert.equal(receiver.received.length, 0);
    await ask(getEndpoint, { path: { id } }, 404);
    assert.deepEqual(await open.house.documents.due(`hooks/${id}/hookQueue`, '2999-01-01T00:00:00.000Z', 5), []);
  });

  for (const [what, body, code] of [
    ['an address inside of a network', { url: 'https://10.0.0.1/' }, 'webhook_url_refused'],
    ['metadata', { url: 'https://169.254.169.254/' }, 'webhook_url_refused'],
    ['a password in the address', { url: 'https://a:b@hooks.example.com/' }, 'webhook_url_refused'],
    ['plain http', { url: 'http://hooks.example.com/' }, 'webhook_url_refused'],
    ['an event that is none', { url: 'https://hooks.example.com/', events: ['message.gone'] }, 'event_type_unknown'],
    ['a kind that is none', { url: 'https://hooks.example.com/', events: ['mess*'] }, 'event_type_unknown'],
  ] as const)
    it(`refuse ${what} in words`, async () => assert.equal((await ask(addEndpoint, { body }, 400))['code'], code));

  it('are another company’s to nobody', async () => {
    const { id } = await add(['*']);
    for (const operation of [getEndpoint, listAttempts, rotateSecret, testEndpoint, replayEvents, removeEndpoint, editEndpoint]) {
      const body =
        operation.method === 'post' || operation.method === 'patch' ? { body: operation === replayEvents ? { event: 'e' } : {} } : {};
      await ask(operation, { key: open.otherKey, path: { id }, ...body }, 404);
    }
  });

  it('describe every type with an example that fits, below 20 kB', () => {
    for (const { type, schema, example } of webhookTypes) {
      assert.deepEqual(schema.safeParse(example).error?.issues, undefined, type);
      assert.ok(JSON.stringify(example).length < 20_000);
      assert.match(type, /^[a-z_]+\.[a-z_]+$/);
    }
  });
});

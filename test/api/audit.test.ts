import assert from 'node:assert/strict';
import { mostOfOne, notedRefusals } from '#api/conventions/note-refusal.ts';
import { thingsOf } from '#api/conventions/seen-thing.ts';
import { codesOf } from '#api/codes-of.ts';
import type { Operation } from '#api/operation.ts';
import { resources } from '#api/resources.ts';
import type { Changed } from '#domain/access/audit-events.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import { samplesOf } from '../contracts/api.contract.ts';
import { signedUp } from '../support/access.ts';
import { operations } from '../support/api-answers.ts';
import { callOperation, issue, openApiHouse, type ApiHouse, type Asking } from '../support/api-house.ts';
import type { Sample } from './samples/sample.ts';

const things = thingsOf(operations);

/** POSTs that change what their thing's GET shows; others make something else of it, or ask about it. */
const changing = [
  'approveCampaign',
  'retireTemplate',
  'rollApiKey',
  'revokeApiKey',
  'rotateWebhookSecret',
  'submitRegistration',
  'suspendNumber',
  'resumeNumber',
  'releaseNumber',
];
const isSeen = ({ id, method }: Operation): boolean => (method === 'post' ? changing.includes(id) : id !== 'putAppointment');

describe('the audit log', () => {
  let api: ApiHouse;
  let samples: ReadonlyMap<string, Sample>;
  before(async () => {
    api = await openApiHouse();
    samples = await samplesOf(api);
  });
  after(() => api.close());

  const named = (id: string) => operations.find((one) => one.id === id) ?? assert.fail(id);
  const noted = async (companyId = api.companyId) =>
    (await api.house.store.read(auditStream(companyId))).events.filter((event) => event.type === 'AccessNoted');
  const call = async (id: string, asking: Asking = {}) => {
    const { status, text, headers } = await callOperation(api.origin, named(id), { key: api.key, ...asking });
    return { status, text, request: headers.get('request-id') ?? '', code: (JSON.parse(text || '{}') as { code?: string }).code };
  };
  const entryOf = async (request: string) => (await noted()).find(({ data }) => data.request === request);

  describe('of a change', () => {
    for (const operation of things.keys())
      it(`tells what was before and what after: ${operation.id}`, async () => {
        const { session, open: _, ...sample } = samples.get(operation.id)!;
        const { status, request, text } = await call(operation.id, session ? { ...sample, key: undefined, headers: session } : sample);
        if (status >= 300) return;
        const entry = await entryOf(request);
        assert.equal(entry?.data.kind, 'change', text);
        const changes = entry.private?.changes ?? [];
        if (isSeen(operation)) assert.ok(changes.length > 0, `nothing that ${things.get(operation)?.id} shows has changed`);
        for (const { before, after } of changes) assert.notEqual(before, after);
        assert.doesNotMatch(JSON.stringify(entry), /whsec_|carillon_(?:live|test|team)_|argon2/);
      });

    it('is found for what users and companies edit most', () => {
      const ids = [...things.keys()].map(({ id }) => id);
      for (const id of [...changing, 'editCampaign', 'editTemplate', 'editUser', 'editCompany', 'editLocation'])
        assert.ok(ids.includes(id), id);
    });

    it('names the fields, with their values', async () => {
      const { userId } = await signedUp(api.house, { companyId: api.companyId, email: 'marker@example.com', role: 'viewer' });
      const changesOf = async (id: string, asking: Asking): Promise<readonly Changed[]> => {
        const { request, text } = await call(id, asking);
        return (await entryOf(request))?.private?.changes ?? assert.fail(text);
      };
      const given = await changesOf('editUser', { path: { id: userId }, body: { role: 'sender' } });
      assert.deepEqual(given, [{ field: 'role', before: '"viewer"', after: '"sender"' }]);
      const template = samples.get('renderTemplate')!.path!;
      const revised = await changesOf('editTemplate', { path: template, body: { template: 'Hello again {{ firstName }}' } });
      assert.deepEqual(
        revised.find(({ field }) => field === 'template'),
        { field: 'template', before: '"Hi {{ firstName }}"', after: '"Hello again {{ firstName }}"' },
      );
      const removed = await changesOf('removeUser', { path: { id: userId }, query: { forget: 'true' } });
      assert.deepEqual(
        removed.find(({ field }) => field === 'status'),
        { field: 'status', before: '"active"', after: '"removed"' },
      );
      assert.doesNotMatch(JSON.stringify(await noted()), /marker@/, 'a name or an address would outlive the user');
    });

    it('tells of the team list how many it has and whom by fingerprints alone', async () => {
      const [one, other] = ['+12085550147', '+12085550148'];
      const put = async (contacts: readonly (string | undefined)[]) => {
        const seen = await callOperation(api.origin, named('getTeamList'), { key: api.key });
        const headers = { 'if-match': seen.headers.get('etag') ?? '' };
        const { request, text } = await call('putTeamList', { body: { contacts }, headers });
        return (await entryOf(request))?.private?.changes ?? assert.fail(text);
      };
      await put([one]);
      const [people, contacts] = await put([one, other]);
      assert.deepEqual(people, { field: 'people', before: '1', after: '2' });
      assert.equal(contacts?.field, 'contacts.1');
      assert.match(contacts.after ?? '', /^"#[^"]+"$/);
      assert.doesNotMatch(JSON.stringify(await noted()), /208555014[78]/);
    });

    it('leads to its events: by the request, and by the cause where a request was repeated', async () => {
      const headers = { 'idempotency-key': 'audit-1' };
      const asking = { body: { name: 'Linked', channel: 'sms', template: 'Hi' }, headers };
      const first = await call('createTemplate', asking);
      const again = await call('createTemplate', asking);
      const [one, two] = [await entryOf(first.request), await entryOf(again.request)];
      assert.match(one?.data.cause ?? '', /^idem_/);
      assert.equal(two?.data.cause, one?.data.cause);
      const { id } = JSON.parse(first.text) as { id: string };
      const { events } = await api.house.store.read(`template-${id}`);
      assert.deepEqual(
        events.map(({ cause, correlation }) => [cause, correlation]),
        [[one?.data.cause, first.request]],
      );
    });
  });

  it('calls a search a look, and a preview nothing', async () => {
    const kindOf = async (id: string, asking: Asking): Promise<string | undefined> => {
      const { status, request, text } = await call(id, asking);
      assert.ok(status < 300 || status === 503, text);
      return (await entryOf(request))?.data.kind;
    };
    assert.equal(await kindOf('searchConsents', { body: { to: '+12085550123', channel: 'sms' } }), 'look');
    assert.equal(await kindOf('renderTemplate', samples.get('renderTemplate')!), undefined);
    assert.equal(await kindOf('forgetPerson', { body: { to: '+12085550123', dry_run: true } }), 'look');
  });

  describe('of what was refused', () => {
    const refusals = async (companyId = api.companyId) => (await noted(companyId)).filter(({ data }) => data.kind === 'refusal');

    it('has the status that was answered', () => {
      const codes = codesOf(resources);
      for (const [code, status] of Object.entries(notedRefusals)) assert.equal(codes[code]?.status, status, code);
    });

    it('tells who asked for what he may not, and with which key that works no more', async () => {
      const key = await issue(api.house, api.companyId, ['messages:read']);
      const { request } = await call('getCompany', { key, path: { id: 'me' }, headers: { 'x-forwarded-for': '192.0.2.33' } });
      const entry = await entryOf(request);
      assert.deepEqual(
        [entry?.data.kind, entry?.data.operation, entry?.data.subjects, entry?.data.status, entry?.data.code, entry?.private?.address],
        ['refusal', 'getCompany', ['me'], 403, 'scope_missing', '192.0.2.33'],
      );
      const made = JSON.parse((await call('issueApiKey', { body: { name: 'Gone', scopes: ['*'] } })).text) as {
        id: string;
        secret: string;
      };
      await call('revokeApiKey', { path: { id: made.id } });
      const { request: late, code } = await call('getCompany', { key: made.secret, path: { id: 'me' } });
      assert.equal(code, 'api_key_revoked');
      assert.deepEqual([(await entryOf(late))?.data.by, (await entryOf(late))?.data.code], [made.id, 'api_key_revoked']);
      assert.ok(!JSON.stringify(await noted()).includes(made.secret));
    });

    it('tells of sign-ins that failed, to the company whose user it was', async () => {
      const { userId } = await signedUp(api.house, { companyId: api.companyId, email: 'tried@example.com' });
      const key = undefined;
      const { request } = await call('signIn', { key, body: { email: 'tried@example.com', password: 'wrong wrong wrong' } });
      assert.deepEqual([(await entryOf(request))?.data.by, (await entryOf(request))?.data.code], [userId, 'login_failed']);
      const other = await call('signIn', { key, body: { email: 'nobody@example.com', password: 'wrong wrong wrong' } });
      assert.equal(await entryOf(other.request), undefined);
      assert.equal((await refusals('co_nobody')).at(-1)?.data.request, other.request);
      assert.doesNotMatch(JSON.stringify(await refusals('co_nobody')), /nobody@|wrong wrong/);
    });

    it('is no way to fill the log', async () => {
      const key = await issue(api.house, api.companyId, ['messages:read']);
      const before = (await refusals()).length;
      for (let n = 0; n < mostOfOne + 5; n++) await call('getCompany', { key, path: { id: 'me' } });
      assert.equal((await refusals()).length - before, mostOfOne);
    });
  });
});

import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DatabaseState } from '#adapters/mysql/inspect-database.ts';
import { examine, isWell, ok, wrong, type Check, type Diagnosis } from '#wiring/doctor/check.ts';
import { databaseChecks } from '#wiring/doctor/database-checks.ts';
import { mailFromCheck } from '#wiring/doctor/mail-from-check.ts';
import { clockCheck, nodeCheck } from '#wiring/doctor/machine-checks.ts';
import { publicUrlCheck } from '#wiring/doctor/public-url-check.ts';
import { secretChecks } from '#wiring/doctor/secret-checks.ts';
import { storeChecks } from '#wiring/doctor/store-checks.ts';
import { ticksCheck } from '#wiring/doctor/ticks-check.ts';
import { tickNames, TicksAway, type Ticks, type TickStatus } from '#ports/ticks.ts';
import type { Secret } from '#ports/secrets.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

const one = async (check: Check): Promise<Diagnosis> => (await examine([check]))[0]!;
const told = (diagnosis: Diagnosis): string =>
  diagnosis.state === 'ok' ? `ok ${diagnosis.says}` : `wrong ${diagnosis.says}; ${diagnosis.next}`;

describe('a look at everything', () => {
  const check = (name: string, run: Check['run']): Check => ({ name, run, next: 'mend it' });

  it('tells every check in its order, also those that throw and those that never end', async () => {
    const checks = [
      check('well', async () => ok('fine')),
      check('broken', async () => wrong('broken', 'glue it')),
      check('throws', async () => {
        throw new Error('two\nlines', { cause: new Error('for a reason') });
      }),
      check('hangs', () => new Promise(() => undefined)),
    ];
    const found = await examine(checks, 50);
    assert.deepEqual(
      found.map((each) => `${each.name}: ${told(each)}`),
      [
        'well: ok fine',
        'broken: wrong broken; glue it',
        'throws: wrong two lines (for a reason); mend it',
        'hangs: wrong no answer within 0.05 s; mend it',
      ],
    );
    assert.deepEqual([isWell(found), isWell(found.slice(0, 1))], [false, true]);
  });
});

describe('the version of Node', () => {
  for (const [version, words] of [
    ['v24.0.0', /^ok Node 24/],
    ['v26.1.0', /^ok/],
    ['v22.11.0', /^wrong Node 22.11.0 can't run.*Node 24/],
    ['nonsense', /^wrong/],
  ] as const)
    it(version, async () => assert.match(told(await one(nodeCheck(version))), words));
});

describe('whom mails about access come from', () => {
  it('is said', async () =>
    assert.match(told(await one(mailFromCheck('accounts@example.com'))), /^ok invitations .* come from accounts@example\.com$/));
  it('has to be said where there is a mail server', async () =>
    assert.match(told(await one(mailFromCheck(undefined))), /^wrong .*; set CARILLON_MAIL_FROM to an address/));
});

describe('what is asked over HTTP', () => {
  let server: Server;
  let url: string;
  let answer: (response: ServerResponse) => void;
  before(async () => {
    server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const now = Date.parse('2026-11-02T16:00:00.400Z');
  for (const [title, date, words] of [
    ['the same second', 'Mon, 02 Nov 2026 16:00:00 GMT', /^ok within 5 s/],
    ['four seconds off', 'Mon, 02 Nov 2026 16:00:04 GMT', /^ok within 5 s/],
    ['a minute behind', 'Mon, 02 Nov 2026 16:01:00 GMT', /^wrong this machine's clock is 60 s behind .*timedatectl/],
    ['an hour ahead', 'Mon, 02 Nov 2026 15:00:00 GMT', /^wrong this machine's clock is 3599 s ahead of/],
    ['no time', 'some day', /^wrong .* gives no time/],
  ] as const)
    it(`the clock: ${title}`, async () => {
      answer = (response) => response.writeHead(404, { date }).end();
      assert.match(told(await one(clockCheck(url, () => now))), words);
    });
  it('the clock: nobody there', async () =>
    assert.match(told(await one(clockCheck('http://127.0.0.1:9/'))), /^wrong fetch failed.*see that 127.0.0.1:9 can be reached/));

  const problem = { 'content-type': 'application/problem+json' };
  for (const [title, status, headers, words] of [
    ['a door of ours', 404, problem, /^ok callbacks reach/],
    ['a door that fails', 500, problem, /^wrong .* answers 500/],
    ['a door that nobody may call', 403, { 'content-type': 'text/html' }, /^wrong .* before our door.*allUsers/],
    ["somebody else's server", 200, { 'content-type': 'text/html' }, /^wrong .* answers 200, and not as our doors do.*CARILLON_PUBLIC_URL/],
    ['a redirect', 302, { location: 'https://elsewhere.example/' }, /^wrong .* answers 302/],
  ] as const)
    it(`callbacks: ${title}`, async () => {
      answer = (response) => response.writeHead(status, headers).end('{}');
      assert.match(told(await one(publicUrlCheck(url))), words);
    });
  it('callbacks: without https', async () =>
    assert.match(told(await one(publicUrlCheck('http://carillon.example'))), /^wrong http:\/\/carillon.example is not https/));
  it('callbacks: nobody there', async () => assert.match(told(await one(publicUrlCheck('http://127.0.0.1:9'))), /^wrong fetch failed/));
});

describe('secrets that a house needs', () => {
  const name = 'projects/a-project/secrets/a';
  const key = Buffer.alloc(32, 7);
  const look = async (secret: Secret | Error, holds: 'key' | 'text'): Promise<string> => {
    const read = async (): Promise<Secret> => {
      if (secret instanceof Error) throw secret;
      return secret;
    };
    const secrets = { read, follow: () => Promise.reject(new Error('not asked')), close: async () => undefined };
    return told((await examine(secretChecks(secrets, [{ what: 'the key', name, holds }])))[0]!);
  };
  for (const [title, secret, holds, words] of [
    ['there', { current: key }, 'key', /^ok .*secrets\/a is there$/],
    ['there twice', { current: key, previous: key }, 'key', /and the version before it too/],
    ['too short', { current: Buffer.alloc(31) }, 'key', /^wrong .*32 bytes/],
    ['too short before', { current: key, previous: Buffer.alloc(3) }, 'key', /^wrong .*32 bytes/],
    ['empty', { current: Buffer.from('\n') }, 'text', /^wrong .*empty/],
    ['a token', { current: Buffer.from('abc\n') }, 'text', /^ok/],
    ['away', new Error('away'), 'text', /^wrong away; docs\/DEPLOY.md/],
  ] as const)
    it(title, async () => assert.match(await look(secret, holds), words));
});

describe('the reporting database', () => {
  const good: DatabaseState = {
    product: 'MySQL',
    version: '8.4.3',
    supported: true,
    latest: '0030_a',
    pending: [],
    unknown: [],
    megabytes: 12,
  };
  const look = async (state: Partial<DatabaseState>): Promise<readonly string[]> =>
    (await examine(databaseChecks(async () => ({ ...good, ...state }), '0030_a'))).map(told);
  for (const [title, state, mysql, migrations] of [
    ['good', {}, /^ok MySQL 8.4.3; the tables take 12 MB/, /^ok up to 0030_a/],
    ['old', { version: '5.7.44', supported: false }, /^wrong MySQL 5.7.44 is older/, /^ok/],
    ['behind', { pending: ['0029_b', '0030_a'] }, /^ok/, /^wrong 2 are missing, the first one is 0029_b; run "carillon migrate"/],
    ['ahead', { unknown: ['0031_c'] }, /^ok/, /^wrong a newer version.*0031_c/],
    ['torn', { latest: '0029_b' }, /^ok/, /^wrong .*0029_b.*sql\/LATEST names 0030_a/],
  ] as const)
    it(title, async () => {
      const [first = '', second = ''] = await look(state);
      assert.match(first, mysql);
      assert.match(second, migrations);
    });
});

describe('the ticks of a house', () => {
  const look = async (change: Partial<TickStatus>): Promise<string> => {
    const all = tickNames.map((tick): TickStatus => ({ tick, state: 'running', ...(tick === 'sweep' && change) }));
    const nothing = async (): Promise<void> => undefined;
    const ticks: Ticks = { status: async () => all, pause: nothing, resume: nothing, run: nothing, close: nothing };
    return told(await one(ticksCheck(async () => ticks)));
  };
  for (const [title, change, words] of [
    ['run', {}, /^ok 4 of them run/],
    ['are paused', { state: 'paused' }, /^wrong PAUSED: sweep; "carillon ticks resume"/],
    ['are missing', { state: 'missing' }, /^wrong there are no ticks for sweep; run terraform apply/],
    ['fail', { lastError: 'code 7' }, /^wrong the last tick of sweep failed \(code 7\)/],
    ['rest with their house', { state: 'stopped' }, /^ok they begin when/],
  ] as const)
    it(title, async () => assert.match(await look(change), words));
  it('are out of reach', async () =>
    assert.match(told(await one(ticksCheck(() => Promise.reject(new TicksAway('for a reason'))))), /^wrong .*for a reason; without ticks/));
});

describe('the store of a house', () => {
  let opened: TestHouse;
  before(async () => {
    opened = await openTestHouse();
  });
  after(() => opened.close());

  it('answers everything', async () => {
    const found = await examine(storeChecks(opened.house));
    assert.deepEqual(
      found.map(({ name, state }) => [name, state]),
      ['documents', 'indexes', 'log', 'files'].map((name) => [name, 'ok']),
    );
  });

  it('lacks an index, as Firestore says it', async () => {
    const { documents } = opened.house;
    const missing = Object.assign(new Error('9 FAILED_PRECONDITION: The query requires an index.'), { code: 9 });
    const due: typeof documents.due = (collection, ...rest) =>
      collection === 'queue' ? Promise.reject(missing) : documents.due(collection, ...rest);
    const found = await examine(storeChecks({ ...opened.house, documents: { ...documents, due } }));
    const index = found.find(({ name }) => name === 'indexes')!;
    assert.match(told(index), /^wrong Firestore has no index for queue; run terraform apply/);
    assert.equal(found.filter(({ state }) => state === 'wrong').length, 1);
  });

  it('does not take another trouble for a missing index', async () => {
    const { documents } = opened.house;
    const due: typeof documents.due = () => Promise.reject(new Error('away'));
    const found = await examine(storeChecks({ ...opened.house, documents: { ...documents, due } }));
    assert.match(told(found.find(({ name }) => name === 'indexes')!), /^wrong away/);
  });
});

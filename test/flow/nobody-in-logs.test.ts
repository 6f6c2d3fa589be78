import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { dataFolder, nobodyLeft, printed, type DataFolder } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { binaryEvent, openSingleDoor, structuredEvent, type Asked } from '../support/single-door.ts';
import { acceptedIn } from './demo-outcome.ts';
import { ledgerOf } from './killed-demo.ts';
import { startHouse, type RunningHouse } from './running-house.ts';

/** People who do not exist, with names, streets and words that stand nowhere else. */
const people = Array.from({ length: 24 }, (_, n) => ({
  id: `QZ${7100 + n}`,
  first: `Zebulonia${String.fromCharCode(97 + n)}x`,
  last: `Quarkenstedt${String.fromCharCode(97 + n)}y`,
  phone: `208555${4100 + n}`,
  street: `${n + 11} Wobblethorpe Lane`,
  mail: `zq${n}@wobblethorpe.example`,
  note: `allergic to frumentine ${n}`,
}));
type Person = (typeof people)[number];

const written = ({ phone }: Person, n: number): string => {
  const [area, exchange, line] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  return [`+1${phone}`, `(${area}) ${exchange}-${line}`, `${area}.${exchange}.${line}`, phone, `1 ${area} ${exchange} ${line}`][n % 5]!;
};
const header = 'patient_id,first_name,last_name,phone,street,email,note';
const row = (person: Person, n: number, phone = written(person, n)): string =>
  [person.id, person.first, person.last, phone, person.street, person.mail, person.note].join(',');

const campaign = {
  name: 'Grommetvale check-up',
  from: '+12085550199',
  timezone: 'America/Boise',
  fields: { person: 'patient_id', firstName: 'first_name', lastName: 'last_name', phone: 'phone', email: 'email' },
  channels: [{ channel: 'sms', template: 'Dear {{ firstName }}, Dr. Snorkelwitz expects you about {{ note }}. STOP to opt out.' }],
  schedule: 'now',
};

/** Nine rows that can't be used, each in its own way, among fifteen that can. */
const rows = people.map((person, n) => {
  if (n === 3) return row(person, n, '12345');
  if (n === 5) return row(person, n, '');
  if (n === 7) return `${row(person, n)},too,many,cells`;
  if (n === 9) return row(person, n).replace(person.first, `"${person.first}`);
  if (n === 11) return `${person.id},${person.first}`;
  if (n === 13) return row({ ...person, note: 'x'.repeat(2_000) + person.note }, n);
  if (n === 15) return row(person, n, `call ${written(person, n)} or ask ${person.first}`);
  if (n === 17) return row(people[16]!, 16);
  return n === 19 ? `\u001b[31m${row(person, n)}` : row(person, n);
});

/** In any way in which somebody may write the number. */
const phonePattern = (phone: string): RegExp => new RegExp(Array.from(phone).join(String.raw`[\s().+\-%\w]{0,2}?`));

/** What was given to the house and must stand in no line that it writes. */
const secrets = (folder: string): readonly string[] => {
  const { token } = JSON.parse(readFileSync(join(folder, 'house.json'), 'utf8')) as { token: string };
  const keys = ['master.key', 'simulator/token'].map((file) => readFileSync(join(folder, file)));
  return [
    token,
    simulatorAccount.authToken,
    ...keys.flatMap((key) => ['hex', 'base64', 'base64url'].map((form) => key.toString(form as 'hex'))),
  ];
};

const foundIn = (output: string, hidden: readonly string[]): readonly string[] => [
  ...people.filter(({ phone }) => phonePattern(phone).test(output)).map(({ phone }) => phone),
  ...people.flatMap(({ id, first, last, mail, note }) => [id, first, last, mail, note]).filter((text) => output.includes(text)),
  ...['Wobblethorpe', 'frumentine', 'Snorkelwitz', 'STOP to opt out', ...hidden].filter((text) => output.includes(text)),
];

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const [ann, ben] = people as [Person, Person];

const report = new URLSearchParams({
  MessageSid: `SM${'a'.repeat(32)}`,
  MessageStatus: 'delivered',
  AccountSid: simulatorAccount.accountId,
  To: `+1${ann.phone}`,
  Body: `Dear ${ann.first}, Dr. Snorkelwitz`,
}).toString();

/** Nobody should send these; people and programs do. */
const nonsense: readonly Asked[] = [
  { path: '/messages/status/twilio?m=msg_a-0-2-sms-0', headers: { ...form, 'x-twilio-signature': 'd3Jvbmc=' }, body: report },
  { path: '/messages/status/twilio', headers: form, body: report },
  { path: `/messages/status/nobody?to=%2B1${ann.phone}`, headers: form, body: report },
  { path: '/messages/status/twilio?m=%E0%A4%A', headers: form, body: '%%%' },
  { path: '/messages/status/twilio?m=1', headers: json, body: `{"To": "+1${ben.phone}", "Body": "${ben.note}` },
  { path: '/house/put-campaign', headers: json, body: `{"companyId": "${ann.first}", "definition": {"name": "${ann.mail}` },
  { path: '/house/status', headers: { authorization: `Bearer ${ann.note}` }, body: '{}' },
  { path: `/${ann.first}/${ann.phone}`, headers: json, body: row(ann, 0) },
];

const toDoors: readonly Asked[] = [
  { ...binaryEvent({}), body: `{"path": "${ann.first} ${ann.last}, +1${ann.phone}, ${ann.street}` },
  { ...structuredEvent({}), body: `{"specversion": "1.0", "data": {"path": "${ben.mail} (208) 555-${ben.phone.slice(6)}` },
  binaryEvent({ file: `${ann.first}.csv`, to: `+1${ann.phone}` }),
  structuredEvent([ann, ben]),
  binaryEvent({ path: `drops/${ann.last}/${ann.phone}.csv` }),
  { headers: { 'content-type': 'text/plain' }, body: row(ann, 1) },
  {
    headers: json,
    body: JSON.stringify({
      message: { messageId: '1', data: Buffer.from(row(ben, 1)).toString('base64') },
      subscription: 'projects/p/subscriptions/accept-drop',
    }),
  },
  { headers: { ...json, 'content-encoding': 'gzip' }, body: row(ann, 2) },
  { method: 'PUT', path: `/${ann.first}?phone=${ann.phone}`, headers: json, body: '[' },
  ...nonsense,
];

describe('what the processes of a house write', function () {
  this.timeout(120_000);
  let folder: DataFolder;
  let house: RunningHouse;
  let written: string;
  let hidden: readonly string[];
  const env = { CARILLON_LOG: 'info' };
  const doorsOutput: string[] = [];

  before(async () => {
    folder = dataFolder();
    house = await startHouse(folder.path, [], { env });
    hidden = secrets(folder.path);
    const file = join(folder.path, 'campaign.json');
    writeFileSync(file, JSON.stringify(campaign));
    const { campaignId } = printed<{ campaignId: string }>(await house.run('campaign put', file, '--json'));
    for (const verb of ['approve', 'activate']) assert.equal((await house.run(`campaign ${verb}`, campaignId)).code, 0);
    const drop = (place: string, name: string, content: string): void => {
      mkdirSync(join(folder.path, 'drops', place), { recursive: true });
      writeFileSync(join(folder.path, 'drops', place, name), content);
    };
    drop(`co_main/${campaignId}`, `${ann.first} ${ann.last}.csv`, `${[header, ...rows].join('\r\n')}\r\n`);
    drop(`co_main/${campaignId}`, `${ben.mail}.csv`, `${header.replace('phone', ben.phone)}\r\n${row(ben, 0)}\r\n`);
    drop('co_main/cmp_nobody', `${ben.first}.csv`, row(ben, 1));
    drop(`co_${ann.last.toLowerCase()}/cmp_a`, 'x.csv', row(ann, 1));
    for (const asked of nonsense) {
      const { method = 'POST', path = '/', headers = {}, body = '' } = asked;
      const { status } = await fetch(`http://127.0.0.1:${house.port}${path}`, { method, headers, body });
      assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
    }
    await eventually(
      'everybody who can be reached has a message',
      async () => (await acceptedIn(ledgerOf(folder.path))).size === 16,
      60_000,
    );
    await eventually('nothing is under way', async () => (await house.ready())?.pending === 0, 60_000);
    const { stdout, stderr } = await house.stop();
    written = stdout + stderr;
    for (const name of ['accept-drop', 'receive-status', 'health']) {
      const door = await openSingleDoor(name, { ...env, CARILLON_DATA: folder.path, CARILLON_TWILIO_URL: 'http://127.0.0.1:9' });
      for (const asked of toDoors) assert.ok((await door.ask(asked)).status >= 400);
      doorsOutput.push(door.said());
      await door.stop();
    }
    await nobodyLeft(folder.path);
  });
  after(async () => {
    await house.stop();
    folder.remove();
  });

  it('are lines of everything that happened', () => {
    for (const message of ['called the provider', 'ticked', 'refused', 'swept', 'health checked'])
      assert.match(written, new RegExp(`"message":"${message}"`));
  });

  it('tell of nobody, and of no secret, on one machine', () => assert.deepEqual(foundIn(written, hidden), []));

  it('tell of nobody, and of no secret, behind the functions framework', () =>
    assert.deepEqual(foundIn(doorsOutput.join('\n'), hidden), []));

  it('would be found out', () => {
    for (const telling of [`to +1 (208) 555-${ann.phone.slice(6)}`, `to=%2B1${ann.phone}`, `Hi ${ben.first}`, `key ${hidden.at(-1)}`])
      assert.equal(foundIn(telling, hidden).length, 1, telling);
  });
});

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { finishForgetting } from '#app/finish-forgetting.ts';
import { forgetPerson } from '#app/forget-person.ts';
import { holdWebhook } from '#app/hold-webhook.ts';
import { keepList } from '#app/keep-list.ts';
import { project } from '#app/project.ts';
import { putAppointments } from '#app/put-appointments.ts';
import { rebuild } from '#app/rebuild.ts';
import { recordOptIn } from '#app/record-opt-in.ts';
import { sendOne } from '#app/send-one.ts';
import { sweep } from '#app/sweep.ts';
import { showConsent } from '#app/show-consent.ts';
import type { House } from '#app/house.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { campaignIdOf } from '#app/campaign-document.ts';
import { projectedTables } from '#projections/all-projections.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { Crash } from '../support/crashes.ts';
import { ofType, story } from '../support/house-story.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

const phone = '+12085550123';
const other = '+12085550124';
const request = { companyId: testCompany, channel: 'sms' as const, to: '(208) 555-0123', by: 'usr_front' };

const asking: Definition = {
  ...remind,
  name: 'Asking',
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, see you {{ appointmentAt | date: "%b %-d" }}. Reply C to confirm.' }],
  replies: { confirm: ['C'] },
};
const file = [
  'id,name,phone,date,time',
  'P1,Zebedee Quill,208.555.0123,2026-11-04,10:00',
  `P2,Bo Other,${other},2026-11-04,11:00`,
  'P3,Zebedee Quill,+1 (208) 555-0123,not a day,12:00',
  '',
].join('\n');

/** What may be nowhere afterwards: however the number was written, the name, and what was said. */
const words = ['2085550123', '208.555.0123', '(208) 555-0123', '208) 555', 'Zebedee', 'Quill', 'my secret dog', 'Please stop'];

describe('a person who is forgotten', () => {
  let reporting: Reporting;
  let test: TestHouse;
  before(async () => {
    reporting = await openReporting();
  });
  after(() => reporting.close());
  beforeEach(async () => {
    await reporting.reset();
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z', readModel: reporting.readModel });
    await load(test, await activeCampaign(test, asking), file);
    await activeCampaign(test, sendNow);
    const rows = [{ phone, name: 'Zebedee', id: 'P9' }];
    await sendOne(test.house, { companyId: testCompany, campaignId: campaignIdOf(testCompany, sendNow.name), rows }, causeAt(test));
    await settle(test);
    for (const [from, body] of [
      [phone, 'my secret dog'],
      [phone, 'Please stop texting me. STOP'],
      [other, 'see you, from Bo'],
    ] as const)
      await test.simulator.control.write({ from, to: asking.from, body });
    await settle(test);
    const person = { by: 'usr_front', said: 'Please stop', proof: 'a call of Zebedee Quill' };
    await recordOptIn(test.house, { ...request, source: 'staff', person }, causeAt(test));
    await test.simulator.control.write({ from: phone, to: asking.from, body: 'STOP' });
    await settle(test);
    await projected();
  });
  afterEach(() => test.close());

  const projected = async (): Promise<void> => {
    for (const partition of test.opened.store.partitions()) await project(test.house, partition);
  };
  const tables = async (): Promise<string> => {
    const all = [];
    for (const { name } of projectedTables) all.push(await reporting.ask(`SELECT * FROM ${name}`));
    return JSON.stringify(all);
  };
  const filesOf = (folder: string): string =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1')] : []))
      .join('\n');
  /** All that is kept of it: in the log, but the proof that the law wants; in tables, files, and lines for operators. */
  const places = async (): Promise<Readonly<Record<string, string>>> => ({
    log: JSON.stringify((await story(test)).map((event) => (event.type === 'PersonForgotten' ? { ...event, private: null } : event))),
    tables: await tables(),
    'files, and the file of the log and the documents': filesOf(test.folder),
    lines: JSON.stringify(test.lines),
  });
  const assertGone = async (): Promise<void> => {
    for (const [place, text] of Object.entries(await places()))
      for (const word of words)
        assert.ok(
          !text.includes(word),
          `"${word}" is still in ${place}: ${text.slice(Math.max(0, text.indexOf(word) - 200)).slice(0, 400)}`,
        );
  };

  it('is in nothing any more, with everybody else where they were; what stops messages and its proof stay', async () => {
    assert.match((await places())['tables'] ?? '', /Zebedee/);
    const dry = await forgetPerson(test.house, { ...request, isDry: true }, causeAt(test));
    assert.deepEqual([dry.isDry, dry.tally.rows >= 3, dry.tally.files, dry.tally.tableRows], [true, true, 1, 0]);
    assert.match((await places())['log'] ?? '', /Zebedee/);
    const done = await forgetPerson(test.house, request, causeAt(test));
    assert.equal(done.isDone, true);
    assert.equal(done.tally.rows, dry.tally.rows);
    await assertGone();
    const left = await places();
    assert.match(left['log'] ?? '', /Bo Other/);
    assert.match(left['tables'] ?? '', /see you, from Bo/);
    const [said] = await ofType(test, 'PersonForgotten');
    assert.ok((said?.private?.proof ?? []).some(({ contactPoint, type }) => contactPoint === phone && type === 'ConsentWithdrawn'));
    const { standing } = await showConsent(test.house, request);
    assert.equal(standing.find(({ family }) => family === 'sms')?.isOut, true);
  });

  it('is forgotten once, and again where something came since', async () => {
    await forgetPerson(test.house, request, causeAt(test));
    const before = (await story(test)).length;
    const again = await forgetPerson(test.house, request, causeAt(test));
    assert.equal(again.isDone, true);
    assert.equal((await story(test)).length, before);
    await test.simulator.control.write({ from: phone, to: asking.from, body: 'my secret dog again' });
    await settle(test);
    await projected();
    await forgetPerson(test.house, request, causeAt(test));
    await assertGone();
  });

  it('stays forgotten when the tables are made again', async () => {
    await forgetPerson(test.house, request, causeAt(test));
    await projected();
    const { differences } = await rebuild(test.house, { verify: true });
    assert.deepEqual(differences, []);
    await assertGone();
  });

  it('is of one company alone', async () => {
    await forgetPerson(test.house, { ...request, companyId: 'co_other' }, causeAt(test));
    assert.match((await places())['log'] ?? '', /Zebedee/);
    assert.match((await places())['tables'] ?? '', /Zebedee/);
    assert.deepEqual(await ofType(test, 'PersonForgotten'), []);
  });

  it('is forgotten by whoever goes on after a kill at any step', async () => {
    const { crashes } = test;
    const { store, readModel } = test.house;
    const mortal: House = {
      ...test.house,
      store: { ...store, erasePrivate: crashes.step(store.erasePrivate) },
      readModel: { ...readModel, forget: crashes.step(readModel.forget) },
    };
    let kills = 0;
    for (let nth = 1; ; nth += 1) {
      crashes.revive();
      crashes.dieAt(nth % 3 === 0 ? 2 : 1, nth % 2 === 0 ? 'before' : 'after');
      // one that dies before its first step over and over comes nowhere
      if (nth > 40) crashes.revive();
      try {
        const { isDone } = await forgetPerson(mortal, request, causeAt(test));
        if (isDone) break;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        kills += 1;
      }
    }
    crashes.revive();
    assert.ok(kills > 3);
    await assertGone();
  });

  /** What the sweep wakes, as its door would. */
  const sweepOn = async (): Promise<number> => {
    const { hints, house } = test;
    hints.splice(0);
    await sweep(house, causeAt(test));
    const due = hints.flatMap(({ data }) => ('forgetting' in data ? [String(data['forgetting'])] : []));
    for (const one of due) await finishForgetting(house, one, causeAt(test));
    return due.length;
  };
  const pass = (ms: number): void => test.clock.set(new Date(Date.parse(test.clock.now()) + ms).toISOString());

  it('is forgotten to the end by the sweep, where the process that did it was killed', async () => {
    for (const nth of [1, 2]) {
      const child = fork(path.join(import.meta.dirname, '../support/forgetting-child.ts'), [
        test.folder,
        testCompany,
        phone,
        test.clock.now(),
        String(nth),
      ]);
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      assert.equal(signal, 'SIGKILL');
      assert.match((await places())['tables'] ?? '', /Zebedee/);
    }
    assert.equal(await sweepOn(), 0, 'whoever works at it is left alone');
    pass(180_000);
    assert.equal(await sweepOn(), 1);
    await assertGone();
    pass(180_000);
    assert.equal(await sweepOn(), 0);
  });

  it('is forgotten by whoever goes on when the time of a request was over', async () => {
    const { isDone, contact } = await forgetPerson(test.house, { ...request, budgetMs: -1 }, causeAt(test));
    assert.equal(isDone, false);
    const hint = test.hints.findLast(({ topic }) => topic === 'maintain');
    assert.ok(hint?.key?.includes(contact));
    await finishForgetting(test.house, String(hint?.data['forgetting']), causeAt(test));
    await assertGone();
  });

  it('takes along what came late, and then knows nobody any more', async () => {
    const { contact } = await forgetPerson(test.house, request, causeAt(test));
    const kept = async () => (await test.house.documents.get(`forgetting/${testCompany}-${contact}`))!;
    assert.match(JSON.stringify((await kept()).data), /"asked"/);
    await test.simulator.control.write({ from: phone, to: asking.from, body: 'my secret dog again' });
    await settle(test);
    await projected();
    pass(3 * 86_400_000 + 1);
    assert.equal(await sweepOn(), 1);
    await assertGone();
    const { data, dueAt } = await kept();
    assert.deepEqual([dueAt, JSON.stringify(data).includes('"asked"')], [undefined, false]);
  });

  it('is in no name of a file, and in no first line that was taken for a header', async () => {
    const campaignId = campaignIdOf(testCompany, asking.name);
    await load(test, campaignId, 'id,name,phone,date,time\nP8,Cy Else,+12085550128,2026-11-04,10:00\n', 'visit of 2085550123.csv');
    await load(test, campaignId, `P1,Zebedee Quill,${phone},2026-11-04,10:00\n`, 'bare.csv');
    await settle(test);
    await projected();
    assert.match((await places())['log'] ?? '', /visit of 2085550123/);
    const { isDone } = await forgetPerson(test.house, request, causeAt(test));
    assert.equal(isDone, true);
    await assertGone();
    assert.match((await places())['log'] ?? '', /Cy Else/);
    const { differences } = await rebuild(test.house, { verify: true });
    assert.deepEqual(differences, []);
  });

  it('is in no list that is kept, no appointment of the API, and no webhook that nobody could read', async () => {
    const { house } = test;
    const calendar: Definition = { ...asking, name: 'Calendar', fields: { ...asking.fields, appointment: 'booking' } };
    const campaign = await activeCampaign(test, calendar);
    const fields = { phone, name: 'Zebedee Quill', date: '2026-11-06', time: '10:00', id: 'P1' };
    const words = [{ id: 'visit-8841', campaigns: [campaign], fields }];
    await putAppointments(house, { companyId: testCompany, by: 'key_a', words }, causeAt(test));
    const table = path.join(test.folder, 'kept.csv');
    fs.writeFileSync(table, `name,phone\nZebedee Quill,${phone}\nBo Other,${other}\n`);
    const open = () => Promise.resolve(fs.createReadStream(table));
    await keepList(house, { companyId: testCompany, name: 'kept', file: { open, name: 'kept.csv' } }, causeAt(test));
    fs.rmSync(table);
    const body = `To=%2B${phone.slice(1)}&Body=my+secret+dog&From=%2B12085550199`;
    const report = { method: 'POST' as const, url: '/messages/status/twilio', headers: {}, body, receivedAtMs: 0 };
    await holdWebhook(house, { provider: test.provider, request: report, code: 'message_unknown' }, causeAt(test));
    await projected();
    assert.match((await places())['log'] ?? '', /my\+secret\+dog/);
    const { isDone, tally } = await forgetPerson(house, request, causeAt(test));
    assert.deepEqual([isDone, tally.others >= 2], [true, true]);
    await assertGone();
    assert.doesNotMatch(JSON.stringify(await places()), /my\+secret\+dog/);
    assert.match((await places())['log'] ?? '', /Bo Other/);
  });
});

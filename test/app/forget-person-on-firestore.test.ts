import assert from 'node:assert/strict';
import { finishForgetting } from '#app/finish-forgetting.ts';
import { forgetPerson } from '#app/forget-person.ts';
import { project } from '#app/project.ts';
import { sweep } from '#app/sweep.ts';
import type { House } from '#app/house.ts';
import { Crash } from '../support/crashes.ts';
import { describeOnEmulators, freshProject } from '../support/emulators.ts';
import { connectTo, firestoreStoreOn, type TestFirestore } from '../support/firestore-store.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, load, remind, testCompany } from '../support/house-steps.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

const phone = '+12085550123';
const request = { companyId: testCompany, channel: 'sms' as const, to: phone, by: 'usr_front' };
const file = `id,name,phone,date,time\nP1,Zebedee Quill,${phone},2026-11-04,10:00\nP2,Bo Other,+12085550124,2026-11-04,11:00\n`;

describeOnEmulators('a person who is forgotten, on Firestore', () => {
  let reporting: Reporting;
  let stored: TestFirestore;
  let test: TestHouse;
  before(async () => {
    reporting = await openReporting();
    stored = firestoreStoreOn(await connectTo(freshProject()));
    const embedded = await openTestHouse({ at: '2026-11-02T20:00:00.000Z', readModel: reporting.readModel });
    const { store, documents, vault } = stored;
    test = { ...embedded, opened: { ...embedded.opened, store, documents, vault }, house: { ...embedded.house, store, documents, vault } };
    await load(test, await activeCampaign(test, remind), file, 'of 2085550123.csv');
    for (const partition of store.partitions()) await project(test.house, partition);
  });
  after(async () => {
    await test.close();
    await stored.connection.close();
    await reporting.close();
  });

  const log = async (): Promise<string> => {
    const events = await Promise.all(stored.store.partitions().map((partition) => stored.store.feed(partition, 0, 1_000)));
    return JSON.stringify(events);
  };
  const pass = (ms: number): void => test.clock.set(new Date(Date.parse(test.clock.now()) + ms).toISOString());

  it('is brought to the end by the sweep after a kill in the middle, and nobody else is touched', async () => {
    assert.match(await log(), /Zebedee/);
    let left = 1;
    const erasePrivate: House['store']['erasePrivate'] = async (...given) => {
      const done = await stored.store.erasePrivate(...given);
      left -= 1;
      if (left === 0) throw new Crash();
      return done;
    };
    await assert.rejects(forgetPerson({ ...test.house, store: { ...stored.store, erasePrivate } }, request, causeAt(test)), Crash);
    pass(180_000);
    await sweep(test.house, causeAt(test));
    const due = test.hints.flatMap(({ data }) => ('forgetting' in data ? [String(data['forgetting'])] : []));
    assert.equal(due.length, 1);
    await finishForgetting(test.house, due[0]!, causeAt(test));
    const after = await log();
    assert.doesNotMatch(after, /Zebedee|2085550123/);
    assert.match(after, /Bo Other/);
    const tables = JSON.stringify([await reporting.ask('SELECT * FROM packets'), await reporting.ask('SELECT * FROM failures')]);
    assert.doesNotMatch(tables, /2085550123/);
    assert.deepEqual(await test.house.files.list('drops/', 10), []);
  });
});

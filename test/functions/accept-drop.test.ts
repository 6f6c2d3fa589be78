import assert from 'node:assert/strict';
import { topics } from '#app/topics.ts';
import door from '#functions/accept-drop.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { serve, type Listening } from '#wiring/serve.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { takeHints } from '../support/house-run.ts';
import { activeCampaign, people, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';
import { binaryEvent, structuredEvent } from '../support/single-door.ts';
import { openTestStorage, testBucket, type GcsFiles, type TestStorage } from '../support/storage.ts';

/** The door under its own port, told by the storage of what comes into its bucket. */
describe('accept-drop, behind a bucket', () => {
  let test: TestHouse;
  let storage: TestStorage;
  let files: GcsFiles;
  let listening: Listening;
  let campaignId: string;
  beforeEach(async () => {
    listening = await serve([(request) => door.answer(request)], { asked: 0 });
    storage = await openTestStorage({ notify: { url: `http://127.0.0.1:${listening.port}/` } });
    files = storage.files();
    test = await openTestHouse({ files });
    enterHouse(test.house);
    campaignId = await activeCampaign(test);
    test.hints.length = 0;
  });
  afterEach(async () => {
    await listening.close();
    await storage.server.close();
    await test.close();
  });

  const settled = () => eventually('every event is taken', () => storage.server.pendingEvents() === 0);
  const warnings = () => test.lines.filter(({ level }) => level === 'warn');
  const ask = async (asked: ReturnType<typeof binaryEvent>): Promise<number> => {
    const { headers = {}, body = '' } = asked;
    return (await fetch(`http://127.0.0.1:${listening.port}/`, { method: 'POST', headers, body })).status;
  };

  it('makes a packet of a file that came into the bucket, once', async () => {
    const drop = `drops/${testCompany}/${campaignId}/people.csv`;
    const { md5, generation } = await files.write(drop, people(3));
    await settled();
    const event = { kind: 'storage#object', bucket: testBucket, name: drop, generation: String(generation), size: '1' };
    assert.equal(await ask(binaryEvent(event, 'evt_again')), 204);
    assert.equal(await ask(structuredEvent(event, 'evt_again_2')), 204);
    const accepted = await ofType(test, 'PacketAccepted');
    assert.deepEqual(
      accepted.map(({ data }) => [data.md5, data.generation]),
      [[md5, generation]],
    );
    assert.deepEqual(warnings(), []);
    assert.ok(takeHints(test, topics.packet).length > 0);
  });

  it('still takes our own hint', async () => {
    const drop = `drops/${testCompany}/${campaignId}/people.csv`;
    await files.write(drop, people(3));
    await settled();
    assert.equal(await ask(binaryEvent({ path: drop })), 204);
    assert.equal((await ofType(test, 'PacketAccepted')).length, 1);
  });

  it('acknowledges what is none of its business, and says so without the name', async () => {
    for (const name of [
      'Lovelace.csv',
      'drops/Lovelace.csv',
      `drops/${testCompany}/Lovelace.csv`,
      `elsewhere/${testCompany}/${campaignId}/Lovelace.csv`,
    ])
      await files.write(name, people(1));
    await files.write(`drops/co_nobody/${campaignId}/Lovelace.csv`, people(1));
    await settled();
    const foreign = { bucket: 'another-bucket', name: `drops/${testCompany}/${campaignId}/Lovelace.csv` };
    assert.equal(await ask(binaryEvent(foreign)), 204);
    assert.equal(await ask(binaryEvent({ bucket: testBucket, name: `drops/${testCompany}/${campaignId}/.Lovelace` })), 204);
    assert.equal(warnings().length, 7);
    assert.doesNotMatch(JSON.stringify(test.lines), /Lovelace/);
    assert.deepEqual(await ofType(test, 'PacketAccepted'), []);
  });

  it('refuses what is neither', async () => {
    for (const data of [{}, { bucket: testBucket }, { name: 'x' }, { path: '' }, [], 'x'])
      assert.equal(await ask(binaryEvent(data)), 400, JSON.stringify(data));
  });
});

import assert from 'node:assert/strict';
import { acceptDrop, parseDropPath } from '#app/accept-drop.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { topics } from '#app/topics.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { takeHints } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, load, numbers, people, place, register, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';

describe('accept-drop', () => {
  let test: TestHouse;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    campaignId = await activeCampaign(test);
    // the hint of the activation
    test.hints.length = 0;
  });
  afterEach(() => test.close());

  const versions = async () => (await ofType(test, 'PacketAccepted')).map(({ data }) => data.version).toSorted((one, other) => one - other);

  it('makes a packet of a file and tells the loader', async () => {
    const packetId = await accept(test, campaignId, people(2));
    const [accepted] = await ofType(test, 'PacketAccepted');
    assert.equal(accepted?.stream, packetStream(packetId));
    assert.equal(accepted?.data.version, 1);
    assert.deepEqual(
      takeHints(test, topics.packet).map(({ data }) => data),
      [{ packetId }],
    );
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'accepted');
  });

  it('keeps the name of the file, which may name a person, out of the data', async () => {
    await accept(test, campaignId, people(1), 'Ada Lovelace.csv');
    const [accepted] = await ofType(test, 'PacketAccepted');
    assert.ok(!JSON.stringify(accepted?.data).includes('Lovelace'));
    assert.equal(accepted?.private?.fileName, 'Ada Lovelace.csv');
    const documents = await test.house.documents.due('packets', '9999', 10);
    assert.ok(!JSON.stringify(documents).includes('Lovelace'));
  });

  it('makes one packet of the same content under the same name, however often it is dropped', async () => {
    const first = await load(test, campaignId, people(2));
    const second = await load(test, campaignId, people(2));
    assert.equal(second, first);
    assert.deepEqual(await versions(), [1]);
    assert.equal((await ofType(test, 'RowLoaded')).length, 2);
  });

  it('goes on with a packet whose file comes again before it was loaded', async () => {
    const first = await accept(test, campaignId, people(2));
    assert.equal(await accept(test, campaignId, people(2)), first);
    // the same version, of a newer generation
    assert.deepEqual(await versions(), [1, 1]);
    assert.equal(
      await accept(test, campaignId, people(3))
        .then(versions)
        .then((all) => all.at(-1)),
      2,
    );
  });

  it('counts another content under the same name as its next version', async () => {
    const packets = [
      await accept(test, campaignId, people(2)),
      await accept(test, campaignId, people(3)),
      await accept(test, campaignId, people(4)),
    ];
    assert.equal(new Set(packets).size, 3);
    assert.deepEqual(await versions(), [1, 2, 3]);
  });

  it('counts on when another content under the same name is accepted meanwhile', async () => {
    const path = await place(test, campaignId, { content: people(2) });
    test.crashes.interrupt(1, async () => void (await accept(test, campaignId, people(3))));
    await acceptDrop(test.house, path, causeAt(test));
    assert.deepEqual(await versions(), [1, 2]);
  });

  it('gives a packet of its own to the same content under another name, or sent again on purpose', async () => {
    const packets = [
      await accept(test, campaignId, people(2), 'one.csv'),
      await accept(test, campaignId, people(2), 'two.csv'),
      await accept(test, campaignId, people(2), 'again-x/one.csv'),
    ];
    assert.equal(new Set(packets).size, 3);
    assert.deepEqual(await versions(), [1, 1, 1]);
  });

  it('makes one packet of ten deliveries at once', async () => {
    const path = await place(test, campaignId, { content: people(2) });
    const packets = await Promise.all(numbers(10).map(() => acceptDrop(test.house, path, causeAt(test))));
    assert.equal(new Set(packets).size, 1);
    assert.deepEqual(await versions(), [1]);
  });

  it('makes one packet of one delivery that comes ten times at once', async () => {
    const path = await place(test, campaignId, { content: people(2) });
    const cause = causeAt(test);
    await Promise.all(numbers(10).map(() => acceptDrop(test.house, path, cause)));
    assert.deepEqual(await versions(), [1]);
  });

  it('tells the loader again when the delivery that accepted the file could not', async () => {
    const path = await place(test, campaignId, { content: people(2) });
    test.crashes.dieAt(2, 'before');
    await assert.rejects(acceptDrop(test.house, path, causeAt(test)), { name: 'Crash' });
    test.crashes.revive();
    assert.deepEqual(await versions(), [1]);
    const packetId = await acceptDrop(test.house, path, causeAt(test));
    assert.deepEqual(
      takeHints(test, topics.packet).map(({ data }) => data),
      [{ packetId }],
    );
  });

  it('does nothing for a file that is gone again', async () => {
    const path = await place(test, campaignId, { content: people(2) });
    await test.house.files.remove(path);
    assert.equal(await acceptDrop(test.house, path, causeAt(test)), undefined);
    assert.deepEqual(await versions(), []);
    assert.deepEqual(test.hints, []);
  });

  it('refuses a path that belongs to no company', async () => {
    const before = await countTypes(test);
    for (const path of [
      'drops',
      'drops/people.csv',
      `drops/${testCompany}/people.csv`,
      `drops/${testCompany}/${campaignId}`,
      `drops/${testCompany}/${campaignId}/`,
      `drops/${testCompany}/cmp_/people.csv`,
      `drops/co_Test/${campaignId}/people.csv`,
      `other/${testCompany}/${campaignId}/people.csv`,
      `/drops/${testCompany}/${campaignId}/people.csv`,
      `drops/../${testCompany}/${campaignId}/people.csv`,
    ]) {
      await assert.rejects(acceptDrop(test.house, path, causeAt(test)), { name: 'Refusal', code: 'drop_path_invalid' }, path);
    }
    assert.deepEqual(await countTypes(test), before);
  });

  it('refuses a path that leads out of its folder', async () => {
    for (const name of ['../../people.csv', '..', './people.csv', 'a//b.csv', 'a/../b.csv']) {
      await assert.rejects(acceptDrop(test.house, `drops/${testCompany}/${campaignId}/${name}`, causeAt(test)), { name: 'Refusal' }, name);
    }
  });

  it('refuses a file of a company that nobody knows', async () => {
    await test.house.files.write(`drops/co_nobody/${campaignId}/people.csv`, people(1));
    const accepted = acceptDrop(test.house, `drops/co_nobody/${campaignId}/people.csv`, causeAt(test));
    await assert.rejects(accepted, { name: 'Refusal', code: 'company_unknown' });
  });

  it('fails the packet of a campaign that nobody knows, once, with words for its sender', async () => {
    const path = `drops/${testCompany}/cmp_nothing/people.csv`;
    await test.house.files.write(path, people(1));
    const packets = [await acceptDrop(test.house, path, causeAt(test)), await acceptDrop(test.house, path, causeAt(test))];
    assert.equal(new Set(packets).size, 1);
    const failed = await ofType(test, 'PacketFailed');
    assert.deepEqual(
      failed.map(({ data: { code, rows } }) => [code, rows]),
      [['campaign_unknown', 0]],
    );
    assert.match(failed[0]?.private?.message ?? '', /there is no campaign cmp_nothing/);
    assert.deepEqual(takeHints(test, topics.packet), []);
  });

  it("fails the packet of another company's campaign and loads none of it", async () => {
    await register(test, 'co_other');
    const path = `drops/co_other/${campaignId}/people.csv`;
    await test.house.files.write(path, people(1));
    await acceptDrop(test.house, path, causeAt(test));
    assert.deepEqual(
      (await ofType(test, 'PacketFailed')).map(({ companyId, data }) => [companyId, data.code]),
      [['co_other', 'campaign_unknown']],
    );
    assert.deepEqual(await versions(), []);
  });
});

describe('parseDropPath', () => {
  it('knows company, campaign and name; folders below belong to the name', () => {
    assert.deepEqual(parseDropPath('drops/co_a/cmp_b/again-1/x y.csv'), {
      companyId: 'co_a',
      campaignId: 'cmp_b',
      fileName: 'again-1/x y.csv',
    });
  });
});

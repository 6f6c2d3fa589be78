import assert from 'node:assert/strict';
import { recordAsked, recordOptIn } from '#app/record-opt-in.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { everywherePath, suppressionPath, suppressionWrite } from '#app/suppression-path.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { contactStream } from '#domain/kernel/streams.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, people, phoneOf, register, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

describe('consent', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
    await register(test);
  });
  afterEach(() => test.close());

  const about = (to = phoneOf(0)) => ({ companyId: testCompany, channel: 'sms' as const, to, source: 'reply' as const });
  const optOut = (more: Partial<Parameters<typeof recordOptOut>[1]> = {}) =>
    recordOptOut(test.house, { ...about(), ...more }, causeAt(test));
  const optIn = (more: Partial<Parameters<typeof recordOptIn>[1]> = {}) => recordOptIn(test.house, { ...about(), ...more }, causeAt(test));
  const isMarked = async (channel: Channel = 'sms', to = phoneOf(0)): Promise<boolean> =>
    (await test.house.documents.get(suppressionPath(test.house, testCompany, { channel, to }))) !== undefined;

  it('is withdrawn with its mark and its proof in one commit, and once', async () => {
    const person = { said: 'Stop. Thank you', shown: 'Reply STOP to opt out.' };
    const first = await optOut({ word: 'stop', from: '+12085550199', person });
    assert.deepEqual(first, { families: ['sms'] });
    assert.deepEqual(await optOut({ word: 'stop' }), { families: [] });
    const [event, ...others] = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual(others, []);
    assert.deepEqual(event?.data, { family: 'sms', source: 'reply', from: '+12085550199', scope: 'channel', word: 'stop' });
    assert.deepEqual(event?.private, { ...person, contactPoint: phoneOf(0) });
    assert.equal(event?.stream, contactStream(testCompany, test.house.vault.fingerprint(testCompany, phoneOf(0))));
    assert.ok(!event?.stream.includes('208555'));
    assert.ok(await isMarked());
    assert.ok(!(await isMarked('voice')), 'he still takes calls');
  });

  it('that can not be stored leaves no mark', async () => {
    const failing = { ...test.house, store: { ...test.house.store, append: () => Promise.reject(new Error('the disk is full')) } };
    await assert.rejects(recordOptOut(failing, about(), causeAt(test)), /disk is full/);
    assert.ok(!(await isMarked()));
  });

  it('is read however the number is written, also of a landline', async () => {
    await optOut({ to: '(208) 555-0100' });
    assert.ok(await isMarked('sms', '+12085550100'));
    await optOut({ to: 'not a number', channel: 'messenger' });
    assert.ok(await isMarked('messenger', 'not a number'));
  });

  it('of everything that the company sends holds for calls too', async () => {
    assert.deepEqual(await optOut({ scope: 'company' }), { families: ['sms', 'whatsapp', 'voice'] });
    for (const channel of ['sms', 'mms', 'whatsapp', 'voice'] as const) assert.ok(await isMarked(channel), channel);
    assert.deepEqual(await optIn(), { families: ['sms'] }, 'START takes back what it was said of');
    assert.deepEqual([await isMarked('sms'), await isMarked('voice')], [false, true]);
  });

  it('of all companies stops whoever else sends', async () => {
    const campaignId = await activeCampaign(test);
    await register(test, 'co_other');
    await optOut({ companyId: 'co_other', scope: 'everywhere' });
    await load(test, campaignId, people(2));
    await settle(test);
    assert.deepEqual([...(await receivedBy(test))], [[phoneOf(1), 1]]);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { opted_out: 1 });
    const wide = everywherePath(test.house, { channel: 'sms', to: phoneOf(0) });
    await optIn({ companyId: 'co_other' });
    assert.ok(await test.house.documents.get(wide), 'START to one company says nothing of the others');
    assert.deepEqual((await optIn({ companyId: 'co_other', scope: 'everywhere' })).families, ['sms', 'whatsapp', 'voice']);
    assert.equal(await test.house.documents.get(wide), undefined);
  });

  it('given again ends the opt-out, once', async () => {
    await optOut();
    assert.deepEqual(await optIn({ source: 'web_form' }), { families: [] }, 'anybody may have written the number on a page');
    assert.ok(await isMarked());
    assert.deepEqual(await optIn(), { families: ['sms'] });
    assert.deepEqual(await optIn(), { families: [] });
    assert.ok(!(await isMarked()));
    await optOut();
    assert.ok(await isMarked());
  });

  it('given ends a mark whose line in the ledger is still to come', async () => {
    await optIn();
    await test.house.documents.write([suppressionWrite(test.house, testCompany, { channel: 'sms', to: phoneOf(0) }, test.clock.now())]);
    assert.deepEqual(await optIn(), { families: ['sms'] });
    assert.ok(!(await isMarked()));
  });

  it('asked for and given is a double opt-in', async () => {
    const person = { shown: 'Reply YES for offers.' };
    await recordAsked(test.house, { ...about(), purpose: 'marketing', person }, causeAt(test));
    await optIn({ purpose: 'marketing', person: { said: 'Yes' } });
    await optIn({ purpose: 'transactional' });
    const given = await ofType(test, 'ConsentGiven');
    assert.deepEqual(
      given.map(({ data }) => [data.purpose, data.double]),
      [
        ['marketing', true],
        ['transactional', undefined],
      ],
    );
  });

  it('withdrawn for a while comes back by itself', async () => {
    const until = '2026-11-03T16:00:00.000Z';
    await optOut({ until });
    assert.deepEqual(await optOut({ until }), { families: [] });
    assert.ok(await isMarked());
    test.clock.set('2026-11-03T17:00:00.000Z');
    await test.house.documents.removeExpired(test.clock.now(), 100);
    assert.ok(!(await isMarked()));
    assert.deepEqual(await optOut(), { families: ['sms'] }, 'what has ended covers nothing');
    assert.ok(await isMarked());
  });

  it('outlives the packet that it came from', async () => {
    const campaignId = await activeCampaign(test);
    const packetId = await load(test, campaignId, people(1));
    await settle(test);
    await optOut({ person: { said: 'STOP' } });
    await test.house.vault.destroy(`packet/${packetId}`);
    const stream = contactStream(testCompany, test.house.vault.fingerprint(testCompany, phoneOf(0)));
    const [event] = (await test.house.store.read(stream)).events;
    assert.deepEqual(event?.private, { said: 'STOP', contactPoint: phoneOf(0) });
  });

  it('is refused for a company that is not there', () =>
    assert.rejects(optOut({ companyId: 'co_nobody' }), (error) => error instanceof Refusal && error.code === 'company_unknown'));
});

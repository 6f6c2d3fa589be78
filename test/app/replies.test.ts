import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { answerReply } from '#app/answer-reply.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { topics } from '#app/topics.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { EventStore } from '#ports/event-store.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { deliver, settle, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, phoneOf, remind, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, codesOf, countTypes, ofType, story } from '../support/house-story.ts';

const asking: Definition = {
  ...remind,
  channels: [
    {
      channel: 'sms',
      template: 'Hi {{ firstName }}, {{ appointmentAt | date: "%b %-d" }}. Reply C to confirm, R to change, X if you can not come.',
    },
  ],
  replies: {
    confirm: ['C', 'YES'],
    cancel: ['X'],
    reschedule: ['R'],
    followUps: { confirm: 'Thank you, see you then.' },
  },
};

/** Somebody with an appointment each day from then on. */
const row = (n: number, day = '2026-11-04', time = '10:00', phone = phoneOf(n)): string => `P${n},Person ${n},${phone},${day},${time}`;
const file = (...rows: readonly string[]): string => ['id,name,phone,date,time', ...rows, ''].join('\n');

describe('replies', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T18:00:00.000Z' });
  });
  afterEach(() => test.close());

  const sent = async (content: string, definition: Definition = asking): Promise<string> => {
    const campaignId = await activeCampaign(test, definition);
    await load(test, campaignId, content);
    await settle(test);
    return campaignId;
  };
  const reply = (n: number, body: string, more: object = {}) =>
    test.simulator.control.write({ from: phoneOf(n), to: asking.from, body, ...more });
  const answered = async () => {
    const {
      AppointmentConfirmed = 0,
      AppointmentCancelled = 0,
      RescheduleRequested = 0,
      ReplyUnclear = 0,
      ReplyRead = 0,
    } = await countTypes(test);
    return {
      confirm: AppointmentConfirmed,
      cancel: AppointmentCancelled,
      reschedule: RescheduleRequested,
      unclear: ReplyUnclear,
      consent: ReplyRead,
    };
  };
  const none = { confirm: 0, cancel: 0, reschedule: 0, unclear: 0, consent: 0 };

  it('are signed, stored in one commit, and answer the message that asked', async () => {
    const campaignId = await sent(file(row(1), row(2), row(3), row(4), row(5)));
    for (const [n, body] of ['C', ' x. ', 'R', 'who is this?', 'STOP'].entries()) await reply(n + 1, body);
    await settle(test);
    assert.deepEqual(await answered(), { confirm: 1, cancel: 1, reschedule: 1, unclear: 1, consent: 1 });
    const [confirmed] = await ofType(test, 'AppointmentConfirmed');
    assert.equal(confirmed?.data.campaignId, campaignId);
    assert.match(confirmed?.data.messageId ?? '', /^msg_[a-z0-9]+-0-2-sms-0$/);
    assert.equal(confirmed?.companyId, testCompany);
    const received = await ofType(test, 'MessageReceived');
    assert.deepEqual(received.map(({ private: said }) => said?.body ?? '').toSorted(), [' x. ', 'C', 'R', 'STOP', 'who is this?']);
    assert.ok(
      received.every(({ data }) => !JSON.stringify(data).includes('555000')),
      'nobody stands in what is not sealed',
    );
  });

  it('are thanked once, by a message of its own', async () => {
    await sent(file(row(1)));
    await reply(1, 'C');
    await settle(test);
    await reply(1, 'yes');
    await settle(test);
    assert.equal((await bodiesTaken(test)).filter((body) => body === 'Thank you, see you then.').length, 1);
    assert.deepEqual(await answered(), { ...none, confirm: 2 });
    const answers = (await ofType(test, 'MessageQueued')).filter(({ data }) => data.followUp?.kind === 'answer');
    assert.deepEqual(
      answers.map(({ data }) => [data.offset, data.followUp?.answers]),
      [[40_000, 'confirm']],
    );
  });

  it('that come again, also later, change nothing', async () => {
    await sent(file(row(1)));
    const sid = await reply(1, 'C');
    for (let n = 0; n < 3; n++) await reply(1, 'C', { sid });
    await settle(test);
    await reply(1, 'C', { sid });
    await settle(test);
    assert.equal((await ofType(test, 'MessageReceived')).length, 1);
    assert.deepEqual(await answered(), { ...none, confirm: 1 });
  });

  it('that opt out suppress in their own commit', async () => {
    await sent(file(row(1)));
    await reply(1, 'Stop');
    const suppressed = await test.opened.documents.getMany([
      `suppressions/${testCompany}-${test.house.vault.fingerprint(testCompany, phoneOf(1))}`,
    ]);
    assert.ok(suppressed[0], 'before anybody has read the reply');
    await load(test, await activeCampaign(test, { ...asking, name: 'Other' }), file(row(1, '2026-11-05')), 'more.csv');
    test.clock.set('2026-11-03T18:00:00.000Z');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { opted_out: 1 });
  });

  it('that opt out stand in the ledger, and START takes them back', async () => {
    await sent(file(row(1), row(2)));
    const path = suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(1) });
    await reply(1, 'Stop. Thank you');
    assert.ok(await test.opened.documents.get(path));
    await settle(test);
    const [event] = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual(
      [event?.data.word, event?.data.scope, event?.data.from, event?.private?.said],
      ['stop', 'channel', asking.from, 'Stop. Thank you'],
    );
    await reply(1, 'START');
    await settle(test);
    assert.equal((await ofType(test, 'ConsentGiven')).length, 1);
    assert.equal(await test.opened.documents.get(path), undefined);
    await reply(2, 'please stop contacting me');
    await settle(test);
    assert.deepEqual(
      (await ofType(test, 'ConsentWithdrawn')).map(({ data }) => data.scope),
      ['channel', 'company', 'company', 'company'],
    );
  });

  it('that are read late take back no newer opt-out', async () => {
    await sent(file(row(1)));
    test.hints.length = 0;
    await reply(1, 'START');
    await reply(1, 'STOP');
    await settle(test);
    assert.deepEqual([(await ofType(test, 'ConsentWithdrawn')).length, (await ofType(test, 'ConsentGiven')).length], [1, 0]);
    assert.ok(await test.opened.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(1) })));
  });

  it('that say CANCEL alone opt out, and a person is told', async () => {
    await sent(file(row(1), row(2)));
    await reply(1, 'Cancel');
    await reply(2, 'Please cancel my appointment');
    await settle(test);
    assert.deepEqual(await answered(), { ...none, cancel: 1, unclear: 1 });
    assert.equal((await ofType(test, 'ReplyUnclear'))[0]?.data.code, 'cancel_word');
    assert.equal((await ofType(test, 'ConsentWithdrawn'))[0]?.data.ambiguous, true);
  });

  it('are read as people write them, in four languages', async () => {
    await sent(file(row(1), row(2), row(3), row(4), row(5), row(6)));
    for (const [n, body] of ['👍', "can't make it", 'otra hora por favor', 'Oui à demain', 'não vou poder ir', 'who is this?'].entries())
      await reply(n + 1, body);
    await settle(test);
    assert.deepEqual(await answered(), { ...none, confirm: 2, cancel: 2, reschedule: 1, unclear: 1 });
  });

  it('of a phone with two open appointments go to a person, or to the newest where the company says so', async () => {
    const family = file(row(1), row(2, '2026-11-04', '11:00', phoneOf(1)));
    await sent(family);
    await reply(1, 'C');
    await settle(test);
    const [unclear] = await ofType(test, 'ReplyUnclear');
    assert.deepEqual([unclear?.data.code, unclear?.data.candidates?.length], ['several', 2]);
    await test.close();
    test = await openTestHouse({ listening: true, at: '2026-11-02T18:00:00.000Z' });
    await sent(family, { ...asking, replies: { ...asking.replies, ambiguous: 'latest' } });
    await reply(1, 'C');
    await settle(test);
    assert.deepEqual(await answered(), { ...none, confirm: 1 });
  });

  it('that cancel hold back what is still to be sent about the visit', async () => {
    const twice: Definition = { ...asking, schedule: { offsetDays: [2, 1] } };
    await sent(file(row(1), row(2)), twice);
    await reply(1, 'X');
    await settle(test);
    test.clock.set('2026-11-03T18:30:00.000Z');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { answered: 1 });
    assert.equal((await ofType(test, 'MessageSent')).length, 3);
  });

  it('by a key on the phone answer the call, and 9 ends the calls', async () => {
    const calling: Definition = {
      ...asking,
      channels: [{ channel: 'voice', template: { voice: 'Press 1 to confirm.' } }],
      replies: { confirm: ['1'] },
    };
    for (const [n, presses] of ['1', '9', '5'].entries())
      await test.simulator.control.handset({ number: phoneOf(n + 1), answer: 'human', presses });
    await sent(file(row(1), row(2), row(3)), calling);
    await eventually('the keys', async () => (await ofType(test, 'MessageReceived')).length === 3);
    await settle(test);
    assert.deepEqual(await answered(), { ...none, confirm: 1, unclear: 1, consent: 1 });
    const suppressed = `suppressions/${testCompany}-voice-${test.house.vault.fingerprint(testCompany, phoneOf(2))}`;
    assert.ok(await test.opened.documents.get(suppressed));
  });

  it('to a number that nothing was sent from are refused', async () => {
    await sent(file(row(1)));
    await assert.rejects(reply(1, 'C', { to: '+12085550111', url: `${test.house.publicUrl}/messages/incoming/twilio` }));
    assert.equal((await ofType(test, 'MessageReceived')).length, 0);
  });

  it('come to the last word, though STOP is read after the START that followed it, or again after a kill', async () => {
    await sent(file(row(1), row(2), row(3)));
    const isOut = async (n: number): Promise<boolean> =>
      (await test.opened.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(n) }))) !== undefined;
    const [stop, start] = ['no more texts please', 'subscribe'];
    for (const [n, body] of [
      [1, stop],
      [1, start],
      [2, stop],
    ] as const)
      await reply(n, body);
    const [one, other, second] = takeHints(test, topics.replyReceived);
    assert.ok(one && other && second);
    for (const hint of [other, one]) await deliver(test, hint);
    const append: EventStore['append'] = (wanted) =>
      wanted.events.some(({ type }) => type === 'ReplyRead') ? Promise.reject(new Error('killed')) : test.house.store.append(wanted);
    await answerReply({ ...test.house, store: { ...test.house.store, append } }, (second.data as { path: string }).path, causeAt(test));
    await reply(2, start);
    for (const hint of takeHints(test, topics.replyReceived)) await deliver(test, hint);
    await deliver(test, second);
    await settle(test);
    assert.deepEqual([await isOut(1), await isOut(2)], [false, false]);
    const ledger = (await story(test)).filter(({ type }) => type.startsWith('Consent'));
    assert.equal(ledger.length, 4, 'each of them has one line');
    assert.equal((await bodiesTaken(test)).filter((body) => body.includes('unsubscribed')).length, 0, 'nobody is told that he is out');
    await reply(1, stop);
    await settle(test);
    assert.ok(await isOut(1));
  });

  it('come to the same in any order, and however often each of them comes', async () => {
    const said = ['C', 'X', 'R', 'stop', 'what?', 'yes', 'C'];
    const write = fc.record({ person: fc.integer({ min: 1, max: 3 }), words: fc.integer({ min: 0, max: said.length - 1 }) });
    const plan = fc.uniqueArray(write, { minLength: 2, maxLength: 8, selector: ({ person, words }) => `${person} ${words}` });
    const orders = plan.chain((writes) =>
      fc.tuple(fc.constant(writes), fc.shuffledSubarray([...writes, ...writes], { minLength: writes.length * 2 })),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([once, again]) => {
        const ends: unknown[] = [];
        for (const writes of [once, again])
          ends.push(await endOf(writes.map(({ person, words }) => ({ person, body: said[words] ?? '', id: `${person}${words}` }))));
        assert.deepEqual(ends[1], ends[0]);
      }),
      { numRuns: 6 },
    );
  });

  /** What the replies have come to, in a house of their own. */
  const endOf = async (writes: readonly Readonly<{ person: number; body: string; id: string }>[]): Promise<unknown> => {
    await test.close();
    test = await openTestHouse({ listening: true, at: '2026-11-02T18:00:00.000Z' });
    await sent(file(row(1), row(2), row(3)), { ...asking, replies: { ...asking.replies, followUps: {} } });
    for (const { person, body, id } of writes) {
      await reply(person, body, { sid: `SM${id.padStart(32, '0')}` });
      if (id.endsWith('1')) await settle(test);
    }
    await settle(test);
    const rows = await test.opened.documents.due('received', '9999', 10);
    assert.deepEqual(rows, [], 'nothing waits');
    const outcomes = (await story(test)).filter(({ type }) => /^(Appointment|Reschedule|Reply)/.test(type));
    const [stream = ''] = (await ofType(test, 'MessageQueued')).map(({ stream: of }) => of);
    const rowsAnswered = [2, 3, 4].map((n) => `answeredRows/${packetOfChunk(stream)}-${n}`);
    const suppressed = await test.opened.documents.getMany(
      [1, 2, 3].map((n) => `suppressions/${testCompany}-${test.house.vault.fingerprint(testCompany, phoneOf(n))}`),
    );
    return {
      outcomes: outcomes.map(({ type, data }) => `${type} ${(data as { reply: string }).reply}`).toSorted(),
      answered: (await test.opened.documents.getMany(rowsAnswered)).map((one) => one?.data),
      suppressed: suppressed.map((one) => one !== undefined),
    };
  };
});

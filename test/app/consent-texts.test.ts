import assert from 'node:assert/strict';
import { readLedger } from '#adapters/simulator/ledger.ts';
import { askConsent } from '#app/ask-consent.ts';
import { recordOptOut } from '#app/record-opt-out.ts';
import { setConsentSettings } from '#app/set-consent-settings.ts';
import { stopTextPath } from '#app/stop-text.ts';
import { topics } from '#app/topics.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { ConsentSettings } from '#domain/company/consent-settings.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { deliver, settle, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, people, phoneOf, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

describe('texts about consent', () => {
  let test: TestHouse;
  let campaignId: string;
  let known = 0;
  before(async () => (test = await openTestHouse({ listening: true, at: '2026-11-02T18:00:00.000Z' })));
  after(() => test.close());

  /** Somebody who has been written to, and nobody before. */
  const somebody = async (): Promise<string> => {
    const from = (known += 1) * 7 - 7;
    campaignId = await activeCampaign(test);
    await load(test, campaignId, people(1, { from }), `people${from}.csv`);
    await settle(test);
    return phoneOf(from);
  };
  const says = (from: string, body: string, more: object = {}) => test.simulator.control.write({ from, to: sendNow.from, body, ...more });
  /** What his phone has shown after the first message. */
  const hears = async (to: string): Promise<readonly string[]> => {
    await settle(test);
    const bodies: string[] = [];
    for await (const line of readLedger(test.simulator.ledgerFile)) if (line.status === 'queued' && line.to === to) bodies.push(line.body);
    return bodies.slice(1);
  };
  const set = (settings: ConsentSettings) =>
    setConsentSettings(test.house, { companyId: testCompany, by: 'usr_test', settings }, causeAt(test));
  const isOut = async (to: string): Promise<boolean> =>
    (await test.house.documents.get(suppressionPath(test.house, testCompany, { channel: 'sms', to }))) !== undefined;
  const outcomesOf = async (to: string): Promise<readonly string[]> => {
    const story = await test.opened.store.read(
      (await ofType(test, 'MessageQueued')).findLast((one) => one.private?.to === to && one.data.followUp)?.stream ?? '',
    );
    return story.events.map(({ type }) => type);
  };

  it('confirm an opt-out once, past its own mark, in the language of its words, at any hour', async () => {
    const to = await somebody();
    test.clock.set('2026-11-03T09:30:00.000Z'); // half past two at night in Boise
    await says(to, 'Alto por favor');
    assert.deepEqual(await hears(to), ['Test: Ya no recibirá mensajes de este número. Responda START para volver a recibirlos.']);
    assert.ok(await isOut(to));
    const queued = (await ofType(test, 'MessageQueued')).find((event) => event.private?.to === to && event.data.followUp);
    assert.deepEqual(
      [queued?.data.followUp?.kind, queued?.data.followUp?.answers, queued?.data.campaignId],
      ['consent', 'stop', campaignId],
    );
    await says(to, 'please stop');
    await says(to, 'Stop. Thank you');
    assert.equal((await hears(to)).length, 1, 'whatever he says after it');
  });

  it('are left out where the provider tells it, unless the company has had that switched off', async () => {
    const [one, other, third] = [await somebody(), await somebody(), await somebody()];
    await says(one, 'STOP');
    assert.deepEqual(await hears(one), [], "Twilio's own word");
    await says(one, 'Stop. Thank you');
    assert.deepEqual(await hears(one), [], 'he was told');
    await says(third, 'remove me please', { optOutType: 'STOP' });
    assert.deepEqual(await hears(third), [], 'Twilio says that it has answered');
    await set({ ownReplies: [{ from: sendNow.from }] });
    const sid = await says(other, 'STOP');
    for (let n = 0; n < 2; n++) await says(other, 'STOP', { sid });
    await says(other, 'stop');
    assert.deepEqual(await hears(other), [
      'Test: You are unsubscribed and will get no more messages from this number. Reply START to get them again.',
    ]);
    await set({});
  });

  it('that confirm an opt-out are dropped when five minutes have passed', async () => {
    const to = await somebody();
    await says(to, 'stop texting me');
    test.clock.set(new Date(Date.parse(test.clock.now()) + 5 * 60_000).toISOString());
    assert.deepEqual(await hears(to), []);
    assert.ok(await isOut(to));
    const late = await somebody();
    await change(test, campaignId, 'PauseCampaign');
    await says(late, 'stop texting me');
    assert.equal((await hears(late)).length, 1, 'whatever the campaign does');
    await change(test, campaignId, 'ResumeCampaign');
  });

  it('pass no opt-out by anything but their own mark', async () => {
    const to = await somebody();
    await says(to, 'please stop these texts');
    for (const hint of takeHints(test, topics.replyReceived)) await deliver(test, hint);
    // queued, and then the mark is that of another message
    const path = stopTextPath(test.house, testCompany, { channel: 'sms', to });
    assert.ok(await test.house.documents.get(path));
    await test.house.documents.write([{ path, data: { messageId: 'msg_other-0-1-sms-0', since: test.clock.now() } }]);
    assert.deepEqual(await hears(to), []);
    assert.equal((await outcomesOf(to)).at(-1), 'MessageCanceled');
    await says(to, 'HELP ');
    assert.deepEqual(await hears(to), [], 'Twilio helps');
    await says(to, 'ayuda');
    assert.deepEqual(await hears(to), []);
    assert.equal((await outcomesOf(to)).at(-1), 'MessageCanceled', 'whoever opted out gets no other text');
  });

  it('say that messages come again, and the next opt-out is confirmed again', async () => {
    const to = await somebody();
    await says(to, 'no more texts please');
    assert.equal((await hears(to)).length, 1);
    await says(to, 'subscribe');
    assert.deepEqual((await hears(to)).slice(1), [
      'Test: You will get our messages again. Reply HELP for help, STOP to opt out. Msg & data rates may apply.',
    ]);
    assert.ok(!(await isOut(to)));
    await says(to, 'subscribe');
    assert.equal((await hears(to)).length, 2, 'it was so already');
    await says(to, 'no more texts please');
    assert.equal((await hears(to)).length, 3);
  });

  it('leave an opt-out that somebody else entered, and ask a person', async () => {
    const to = await somebody();
    await recordOptOut(test.house, { companyId: testCompany, channel: 'sms', to, source: 'staff', scope: 'company' }, causeAt(test));
    await says(to, 'resubscribe');
    assert.deepEqual(await hears(to), []);
    assert.ok(await isOut(to));
    assert.equal((await ofType(test, 'ReplyUnclear')).at(-1)?.data.code, 'start_held');
  });

  it('help once a day, with the words of the company', async () => {
    const to = await somebody();
    await set({ name: 'Lake Clinic', contact: '+12085550100', ownReplies: [{ from: sendNow.from }] });
    await says(to, 'HELP');
    await says(to, 'info');
    const help = 'Lake Clinic: For help: +12085550100. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.';
    assert.deepEqual(await hears(to), [help]);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 86_400_000).toISOString());
    await says(to, 'Aide');
    assert.match((await hears(to)).at(1) ?? '', /^Lake Clinic: Aide : \+12085550100\./);
    await set({});
  });

  const agreed = async (to: string) =>
    (await ofType(test, 'ConsentGiven'))
      .filter((event) => event.private?.contactPoint === to)
      .map(({ data, private: proof }) => ({ ...data, shown: proof?.shown, said: proof?.said }));
  const ask = (to: string, more: object = {}) =>
    askConsent(
      test.house,
      { companyId: testCompany, campaignId, channel: 'sms', to, source: 'staff', purpose: 'marketing', ...more },
      causeAt(test),
    );
  const question =
    'Test: Do you want our offers and news by text? Msg frequency varies. Msg & data rates may apply. Reply YES to agree, STOP to opt out, HELP for help.';
  const welcome =
    'Test: You get our offers and news by text now. Msg frequency varies. Msg & data rates may apply. Reply HELP for help, STOP to opt out.';

  it('ask for consent once, and YES is a double opt-in with what was shown', async () => {
    const to = await somebody();
    assert.equal((await ask(to)).isAsked, true);
    await ask(to);
    assert.deepEqual(await hears(to), [question]);
    await says(to, 'maybe');
    await says(to, 'no gracias');
    await settle(test);
    assert.deepEqual(await agreed(to), []);
    const sid = await says(to, 'Yes, please!', { optOutType: 'START' });
    await says(to, 'Yes, please!', { sid });
    assert.deepEqual(await hears(to), [question, welcome]);
    const [given, ...others] = await agreed(to);
    assert.deepEqual(others, []);
    assert.deepEqual([given?.purpose, given?.double, given?.shown, given?.said], ['marketing', true, question, 'Yes, please!']);
    assert.equal((await ask(to)).isAsked, false, 'he has said yes');
    assert.equal((await hears(to)).length, 2);
  });

  it('take no YES when the question is over, and ask again then', async () => {
    const to = await somebody();
    await ask(to);
    await hears(to);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 72 * 3_600_000).toISOString());
    await says(to, 'YES');
    await settle(test);
    assert.deepEqual(await agreed(to), []);
    assert.equal((await ask(to)).isAsked, true);
    assert.deepEqual(await hears(to), [question, question]);
  });

  it('ask nobody who opted out', async () => {
    const to = await somebody();
    await says(to, 'STOP');
    await assert.rejects(ask(to), (error) => error instanceof Refusal && error.code === 'opted_out');
    await assert.rejects(ask('nobody'), (error) => error instanceof Refusal && error.code === 'contact_point_invalid');
  });

  it('leave a YES to the visit when that was asked about last', async () => {
    const n = (known += 1) * 7 - 7;
    const [to, day] = [phoneOf(n), (at: number) => new Date(Date.parse(test.clock.now()) + at * 86_400_000).toISOString().slice(0, 10)];
    const visits = await activeCampaign(test, { ...remind, name: 'Visits' });
    await ask(to);
    await settle(test);
    test.clock.set(`${day(1)}T18:00:00.000Z`);
    await load(test, visits, people(1, { day: day(2), from: n }), `visit${n}.csv`);
    await settle(test);
    await says(to, 'yes');
    await settle(test);
    assert.deepEqual(await agreed(to), []);
    const confirmed = await ofType(test, 'AppointmentConfirmed');
    assert.equal(confirmed.length, 1);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 60_000).toISOString());
    await ask(to, { purpose: 'transactional' });
    await settle(test);
    await says(to, 'si');
    await settle(test);
    assert.deepEqual(
      (await agreed(to)).map(({ purpose, double }) => [purpose, double]),
      [['transactional', true]],
    );
    assert.equal((await ofType(test, 'AppointmentConfirmed')).length, 1);
  });

  const join = (more: object = {}) => ({
    from: sendNow.from,
    word: 'JOIN',
    purpose: 'marketing' as const,
    campaignId,
    shown: 'Text JOIN for our offers. STOP ends them, HELP helps.',
    ...more,
  });

  it('welcome whoever sends a keyword, the first time', async () => {
    const to = await somebody();
    await setConsentSettings(
      test.house,
      { companyId: testCompany, by: 'usr_test', settings: { keywords: [join({ frequency: '2 messages a month' })] } },
      causeAt(test),
    );
    await says(to, 'Join please');
    await says(to, 'JOIN');
    const heard = await hears(to);
    assert.equal(heard.length, 1);
    assert.match(heard[0] ?? '', /^Test: You get our offers and news by text now\. 2 messages a month\. .*HELP.*STOP/);
    const given = await agreed(to);
    assert.deepEqual(
      given.map(({ source, purpose, double, shown, said }) => [source, purpose, double, shown, said]),
      [['keyword', 'marketing', undefined, join().shown, 'Join please']],
    );
    assert.equal((await ofType(test, 'ReplyRead')).at(-1)?.data.consent, 'keyword');
  });

  it('ask whoever sends a keyword that asks twice, also one who had opted out himself', async () => {
    const to = await somebody();
    await set({ keywords: [join({ word: 'OFFERS', double: true })] });
    await says(to, 'no more texts please');
    assert.equal((await hears(to)).length, 1);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 60_000).toISOString());
    await says(to, 'offers');
    assert.deepEqual((await hears(to)).slice(1), [question]);
    await says(to, 'Y');
    assert.deepEqual((await hears(to)).slice(2), [welcome]);
    assert.deepEqual(
      (await agreed(to)).map(({ purpose, double }) => [purpose, double]),
      [
        ['transactional', undefined],
        ['marketing', true],
      ],
    );
    await set({});
  });

  it('refuse keywords that mean something else, and texts that advertise', async () => {
    const refused = async (settings: ConsentSettings, words: RegExp) =>
      assert.rejects(set(settings), (error) => error instanceof Refusal && words.test(error.message));
    await refused({ keywords: [join({ word: 'stop' })] }, /means something else/);
    await refused({ keywords: [join(), join({ word: 'join' })] }, /stands twice/);
    await refused({ texts: { en: { stop: 'You are out. Come back for 20% off at clinic.com!' } } }, /advertise/);
    await refused({ texts: { fr: { help: 'Appelez-nous au bureau de la clinique' } } }, /STOP/);
  });
});

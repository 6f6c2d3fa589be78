import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { pageToken, type PageKind } from '#app/page-token.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { unsubscribeUrl } from '#app/unsubscribe-url.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, load, phoneOf, remind, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';

const asking: Definition = { ...remind, locale: 'es-US', replies: { confirm: ['C'], followUps: { confirm: 'Gracias.' } } };

describe('a page behind a link', () => {
  let test: TestHouse;
  let messageId: string;
  beforeEach(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z' });
    await load(test, await activeCampaign(test, asking), `id,name,phone,date,time\nP1,Ana,${phoneOf(1)},2026-11-04,10:00\n`);
    await settle(test);
    const [queued] = await ofType(test, 'MessageQueued');
    messageId = queued ? messageIdIn(queued.stream, queued.data) : '';
  });
  afterEach(() => test.close());

  const until = '2026-11-04T17:00:00.000Z';
  const link = (kind: PageKind, change: object = {}): string =>
    `${test.house.publicUrl}/pages/${pageToken(test.house.vault, { kind, companyId: testCompany, messageId, until, ...change })}`;
  const get = (url: string) => fetch(url);
  const post = (url: string, body: string) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const counts = async () => {
    const { MessageReceived = 0, AppointmentConfirmed = 0, AppointmentCancelled = 0, ConsentWithdrawn = 0 } = await countTypes(test);
    return [MessageReceived, AppointmentConfirmed, AppointmentCancelled, ConsentWithdrawn];
  };

  it('asks in the language of the campaign, needs no script, says nothing of a person, and changes nothing', async () => {
    for (const url of [link('answer'), `${link('answer')}?do=cancel`, link('unsubscribe')]) {
      for (const method of ['GET', 'HEAD'] as const) {
        const response = await fetch(url, { method });
        assert.equal(response.status, 200);
        assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
        assert.deepEqual([response.headers.get('cache-control'), response.headers.get('referrer-policy')], ['no-store', 'no-referrer']);
      }
      const html = await (await get(url)).text();
      assert.match(html, /<html lang="es">.*<form method="post">/);
      assert.doesNotMatch(html, /<script|Ana|555|http/i);
    }
    assert.ok(
      (await (await get(`${link('answer')}?do=cancel`)).text()).indexOf('"cancel"') < (await (await get(link('answer'))).text()).length,
    );
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });

  it('takes an answer, the same again once, and another one later', async () => {
    for (let n = 0; n < 3; n++) assert.match(await (await post(link('answer'), 'do=confirm')).text(), /confirmada/);
    await settle(test);
    assert.deepEqual(await counts(), [1, 1, 0, 0]);
    assert.equal((await ofType(test, 'AppointmentConfirmed'))[0]?.data.via, 'link');
    assert.equal((await countTypes(test))['MessageQueued'], 1, 'the page has thanked already');
    test.clock.set('2026-11-02T21:00:00.000Z');
    await post(link('answer'), 'do=cancel');
    await settle(test);
    assert.deepEqual(await counts(), [2, 1, 1, 0]);
  });

  it('ends the messages by a button, or by one click of a mail program', async () => {
    const path = suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(1) });
    await post(link('unsubscribe'), 'List-Unsubscribe=One-Click');
    assert.ok(await test.opened.documents.get(path), 'in the commit of the click');
    await settle(test);
    await post(link('unsubscribe'), 'do=unsubscribe');
    await settle(test);
    const withdrawn = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual(
      withdrawn.map(({ data }) => data.source),
      ['unsubscribe_link'],
    );
  });

  it("is nobody else's: what we did not sign, what is over, and what was posted without an answer", async () => {
    const good = link('answer');
    const wrong: Readonly<Record<string, readonly [number, string]>> = {
      'another kind': [404, good.replace('/pages/a~', '/pages/u~')],
      'another message': [404, good.replace('-2-sms', '-3-sms')],
      'a later end': [404, good.replace(/~[0-9a-z]+~test~/, '~zzzzzz~test~')],
      'another company': [404, good.replace('~test~', '~other~')],
      'a cut': [404, good.slice(0, -3)],
      nonsense: [404, `${test.house.publicUrl}/pages/%00%ff`],
      'a message that never was': [410, link('answer', { messageId: 'msg_nothing-0-2-sms-0' })],
      'a time that is past': [410, link('answer', { until: '2026-11-02T19:00:00.000Z' })],
    };
    for (const [title, [status, url]] of Object.entries(wrong)) {
      assert.equal((await get(url)).status, status, title);
      assert.equal((await post(url, 'do=confirm')).status, status, title);
    }
    for (const body of ['', 'do=', 'do=nothing', 'x'.repeat(100_000)]) assert.equal((await post(good, body)).status, 400);
    assert.equal((await post(link('unsubscribe'), 'do=confirm')).status, 400);
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });

  it('is named in every mail, and in nothing else', () => {
    const mail = unsubscribeUrl(test.house, testCompany, { messageId, channel: 'email' });
    assert.match(mail ?? '', /\/pages\/u~/);
    assert.equal(unsubscribeUrl(test.house, testCompany, { messageId, channel: 'sms' }), undefined);
    const elsewhere = unsubscribeUrl({ ...test.house, pagesUrl: 'https://pages.example.com' }, testCompany, {
      messageId,
      channel: 'email',
    });
    assert.match(elsewhere ?? '', /^https:\/\/pages\.example\.com\/pages\//);
  });
});

import assert from 'node:assert/strict';
import { changeCampaign } from '#app/change-campaign.ts';
import { previewLinks, pageUrl } from '#app/page-url.ts';
import { suppressionPath } from '#app/suppression-path.ts';
import { unsubscribeUrl } from '#app/unsubscribe-url.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { PageKind } from '#domain/campaign/page-links.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, phoneOf, register, remind, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, codesOf, countTypes, ofType } from '../support/house-story.ts';

const asking: Definition = {
  ...remind,
  locale: 'es-US',
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, {{ appointmentAt | date: "%b %-d" }}: {{ answerUrl }} or {{ cancelUrl }}' }],
  replies: { confirm: ['C'], followUps: { confirm: 'Gracias.' } },
};
const form = 'application/x-www-form-urlencoded';

describe('a page behind a link', () => {
  let test: TestHouse;
  let messageId: string;
  const begin = async (definition: Definition = asking, row = `P1,Ana,${phoneOf(1)},2026-11-04,10:00`): Promise<void> => {
    await load(test, await activeCampaign(test, definition), `id,name,phone,date,time\n${row}\n`);
    await settle(test);
    const [queued] = await ofType(test, 'MessageQueued');
    messageId = queued ? messageIdIn(queued.stream, queued.data) : '';
  };
  beforeEach(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z' });
  });
  afterEach(() => test.close());

  const link = (kind: PageKind, id = messageId, companyId = testCompany, linkKey = 1): string =>
    pageUrl({ ...test.house, linkKey }, companyId, { kind, messageId: id });
  const get = (url: string, language = '*') => fetch(url, { headers: { 'accept-language': language } });
  const textOf = async (url: string, language?: string): Promise<string> => (await get(url, language)).text();
  const post = (url: string, body: string | Buffer, type = form, more: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...more } });
  const counts = async () => {
    const { MessageReceived = 0, AppointmentConfirmed = 0, AppointmentCancelled = 0, ConsentWithdrawn = 0 } = await countTypes(test);
    return [MessageReceived, AppointmentConfirmed, AppointmentCancelled, ConsentWithdrawn];
  };

  it('is where the links of a message lead, and asks: whoever only looks changes nothing', async () => {
    await begin();
    const [body = ''] = await bodiesTaken(test);
    const [answer = '', cancel = ''] = body.match(/http:\S+/g) ?? [];
    assert.deepEqual([answer, cancel], [link('answer'), link('cancel')]);
    for (const url of [answer, cancel, link('unsubscribe')]) {
      for (const method of ['GET', 'HEAD'] as const) {
        const response = await fetch(url, { method });
        const headers = (...names: readonly string[]) => names.map((name) => response.headers.get(name));
        assert.equal(response.status, 200);
        assert.match(
          response.headers.get('content-security-policy') ?? '',
          /default-src 'none'; style-src 'sha256-[^;]+'; base-uri 'none'/,
        );
        assert.deepEqual(headers('cache-control', 'referrer-policy', 'x-robots-tag'), ['no-store', 'no-referrer', 'noindex, nofollow']);
      }
      const html = await textOf(url);
      assert.match(html, /<html lang="es">.*<title>[^<]+<\/title>.*<header>Test<\/header><main><h1>.*<form method="post"><button/);
      assert.doesNotMatch(html, /<script|Ana|555|http/i);
    }
    assert.match(await textOf(answer), /<strong>miércoles, 4 de noviembre de 2026, 10:00 a\.m\.<\/strong>/);
    assert.match(await textOf(cancel), /<form method="post"><button name="do" value="cancel" class="first">/);
    assert.doesNotMatch(await textOf(link('unsubscribe')), /noviembre/);
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });

  it('speaks the language that the browser asks for, else that of the campaign', async () => {
    await begin({ ...asking, channels: [{ channel: 'sms', template: '{{ appointmentAt | date: "%-I:%M" }} {{ confirmUrl }}' }] });
    const url = link('confirm');
    const titles = await Promise.all(
      ['en-GB', 'de, fr;q=0.5, pt;q=0.4', 'pt-PT', 'es;q=0, en;q=0.1', 'de', ';;q=,'].map(async (asked) =>
        /<html lang="(..)">.*<strong>(.*)<\/strong>/.exec(await textOf(url, asked))?.slice(1),
      ),
    );
    assert.deepEqual(titles, [
      ['en', 'Wednesday, November 4, 2026 at 10:00 AM'],
      ['fr', 'mercredi 4 novembre 2026 à 10 h 00'],
      ['pt', 'quarta-feira, 4 de novembro de 2026 às 10:00'],
      ['en', 'Wednesday, November 4, 2026 at 10:00 AM'],
      ['es', 'miércoles, 4 de noviembre de 2026, 10:00 a.m.'],
      ['es', 'miércoles, 4 de noviembre de 2026, 10:00 a.m.'],
    ]);
  });

  it('takes an answer, the same again once, and every change of mind until the appointment', async () => {
    await begin();
    const url = link('confirm');
    const presses = await Promise.all([1, 2, 3].map(() => post(url, 'do=confirm')));
    for (const press of presses) assert.match(await press.text(), /confirmada.*Puede cambiar su respuesta/);
    await post(url, 'do=confirm');
    await settle(test);
    assert.deepEqual(await counts(), [1, 1, 0, 0]);
    assert.equal((await ofType(test, 'AppointmentConfirmed'))[0]?.data.via, 'link');
    assert.equal((await countTypes(test))['MessageQueued'], 1, 'the page has thanked already');
    assert.match(await textOf(url), /Usted dijo que asistirá/);
    // there and back within a minute, and before anybody has read the first one
    for (const said of ['cancel', 'confirm', 'cancel']) {
      test.clock.set(new Date(Date.parse(test.clock.now()) + 1_000).toISOString());
      await post(url, `do=${said}`);
    }
    await settle(test);
    assert.deepEqual(await counts(), [4, 2, 2, 0]);
    assert.match(await textOf(url), /Usted dijo que no puede asistir/);
    test.clock.set('2026-11-04T17:00:00.000Z');
    const past = await post(url, 'do=confirm');
    assert.deepEqual([past.status, /Esta cita ya pasó.*llámenos/.test(await past.text())], [410, true]);
    test.clock.set('2026-11-11T17:00:01.000Z');
    const expired = await get(url);
    assert.deepEqual([expired.status, /ya no es válido(?!.*Test)/.test(await expired.text())], [410, true]);
    assert.deepEqual(await counts(), [4, 2, 2, 0]);
  });

  it('ends the messages by a button, or by one click of a mail program, until ninety days later', async () => {
    await begin();
    const path = suppressionPath(test.house, testCompany, { channel: 'sms', to: phoneOf(1) });
    const parts = '--b1\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b1--\r\n';
    test.clock.set('2027-01-20T20:00:00.000Z');
    assert.equal((await post(link('unsubscribe'), parts, 'multipart/form-data; boundary="b1"')).status, 200);
    assert.ok(await test.opened.documents.get(path), 'in the commit of the click');
    await settle(test);
    await post(link('unsubscribe'), 'List-Unsubscribe=One-Click');
    await post(link('unsubscribe'), 'do=unsubscribe');
    await settle(test);
    const withdrawn = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual(
      withdrawn.map(({ data }) => data.source),
      ['unsubscribe_link'],
    );
    assert.equal((await counts())[0], 1);
    test.clock.set('2027-02-20T20:00:00.000Z');
    assert.equal((await post(link('unsubscribe'), 'do=unsubscribe')).status, 410);
  });

  it("is nobody else's: what we did not sign, and another message's, company's or key's", async () => {
    await begin();
    await register(test, 'co_other');
    const good = link('answer');
    const token = good.slice(good.lastIndexOf('/') + 1);
    const other = (change: (token: string) => string): string => good.replace(token, change(token));
    const wrong: Readonly<Record<string, readonly [number, string]>> = {
      'another kind': [404, other((was) => `u${was.slice(1)}`)],
      'another row': [404, other((was) => was.slice(0, -2) + String.fromCharCode(was.charCodeAt(was.length - 2) + 2) + was.slice(-1))],
      'a signature of nothing': [404, other((was) => `a${'A'.repeat(11)}${was.slice(12)}`)],
      'another company': [404, link('answer', messageId, 'co_other')],
      'a cut': [404, good.slice(0, -3)],
      'a longer one': [404, `${good}A`],
      nonsense: [404, `${test.house.publicUrl}/p/%00%ff`],
      'a very long one': [404, `${test.house.publicUrl}/p/${'a'.repeat(5_000)}`],
      'a packet that never was': [404, link('answer', 'msg_nothing-0-2-sms-0')],
      'a message that never was': [410, link('answer', messageId.replace('-2-sms', '-3-sms'))],
      'a key that is not yet': [404, link('answer', messageId, testCompany, 2)],
    };
    for (const [title, [status, url]] of Object.entries(wrong)) {
      assert.equal((await get(url)).status, status, title);
      assert.equal((await post(url, 'do=confirm')).status, status, title);
    }
    assert.match(await textOf(wrong['a cut']?.[1] ?? '', 'fr'), /n&#39;est pas valable.*Veuillez nous appeler/);
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });

  it('takes the key of links and the one before it, so that a key can be changed', async () => {
    await begin();
    const statuses: number[] = [];
    const { answerPage } = await import('#app/answer-page.ts');
    for (const linkKey of [1, 2, 3]) {
      const token = link('answer').split('/').at(-1) ?? '';
      const { status } = await answerPage({ ...test.house, linkKey }, { method: 'GET', token, body: '', headers: {} }, causeAt(test));
      statuses.push(status);
    }
    assert.deepEqual(statuses, [200, 200, 404]);
  });

  it('changes nothing by what it can not read, and says why', async () => {
    await begin();
    const url = link('answer');
    const bad: readonly (readonly [number, string | Buffer, string?, Record<string, string>?])[] = [
      [400, ''],
      [400, 'do='],
      [400, 'do=nothing'],
      [400, 'do=confirm&do=cancel'],
      [400, 'do=unsubscribe'],
      [400, 'List-Unsubscribe=One-Click'],
      [400, Buffer.from([0x64, 0x6f, 0x3d, 0xff, 0xfe])],
      [400, 'do=%ff%fe'],
      [413, 'x'.repeat(100_000)],
      [415, '{"do":"confirm"}', 'application/json'],
      [415, 'do=confirm', 'text/plain'],
      [415, 'do=confirm', `${form}; charset=utf-16le`],
      [415, 'do=confirm', form, { 'content-encoding': 'gzip' }],
      [415, 'do=confirm', 'multipart/form-data'],
      [400, 'do=confirm', 'multipart/form-data; boundary=b'],
    ];
    for (const [status, body, type, more] of bad) {
      const response = await post(url, body, type, more);
      assert.deepEqual(
        [response.status, /role="alert">.*No se cambió nada/.test(await response.text())],
        [status, true],
        String(body).slice(0, 40),
      );
    }
    assert.equal((await post(link('unsubscribe'), 'do=confirm')).status, 400);
    for (const method of ['PUT', 'DELETE', 'PATCH']) assert.ok((await fetch(url, { method })).status >= 400, method);
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });

  it('says of a preview and of a test that it is one', async () => {
    await register(test);
    const url = previewLinks(test.house)('confirm');
    for (const response of [await get(url, 'en'), await post(url, 'do=confirm')])
      assert.deepEqual([response.status, /preview|form/.test((await response.text()).replace(/<style>.*<\/style>/, ''))], [200, true]);
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });

  it('is named in every mail, and in texts only where the campaign says so', async () => {
    await begin();
    const house = { ...test.house, pagesUrl: 'https://pages.example.com' };
    assert.match(
      unsubscribeUrl(house, testCompany, { messageId, channel: 'email' }) ?? '',
      /^https:\/\/pages\.example\.com\/p\/u[\w-]{24,25}$/,
    );
    assert.equal(unsubscribeUrl(test.house, testCompany, { messageId, channel: 'sms' }), undefined);
  });

  it('stops the other channels of the appointment, and those to come', async () => {
    const called = { channel: 'voice' as const, template: 'See you, {{ firstName }}.', schedule: { offsetDays: [1] } };
    await begin({ ...asking, channels: [...asking.channels, called] });
    await post(link('confirm'), 'do=confirm');
    await settle(test);
    test.clock.set('2026-11-03T20:00:00.000Z');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { answered: 1 });
  });

  it('is not promised where nobody could reach it', async () => {
    await register(test);
    const command = { type: 'PutCampaign', data: { campaignId: 'cmp_links', definition: asking } } as const;
    const nowhere = { ...test.house, publicUrl: '' };
    await assert.rejects(changeCampaign(nowhere, testCompany, command, causeAt(test)), { code: 'pages_unreachable' });
    await changeCampaign({ ...nowhere, pagesUrl: 'https://pages.example.com' }, testCompany, command, causeAt(test));
  });
});

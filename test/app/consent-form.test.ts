import assert from 'node:assert/strict';
import { readLedger } from '#adapters/simulator/ledger.ts';
import { setConsentSettings } from '#app/set-consent-settings.ts';
import type { ConsentForm } from '#domain/company/consent-settings.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, phoneOf, sendNow, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';

const shown = 'By ticking the box I agree to get <offers> from Lake & Clinic by text. STOP ends them.';

describe('a form for consent', () => {
  let test: TestHouse;
  let form: ConsentForm;
  const urls: Record<string, string> = {};
  before(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z' });
    const campaignId = await activeCampaign(test, { ...sendNow, purpose: 'marketing' });
    form = { id: 'news', from: '+12085550177', purpose: 'marketing', campaignId, shown };
    const forms = [form, { ...form, id: 'twice', double: true as const, language: 'es' as const }];
    const settings = { name: 'Lake Clinic', forms };
    const shownSettings = await setConsentSettings(test.house, { companyId: testCompany, by: 'usr_test', settings }, causeAt(test));
    for (const { id, url } of shownSettings.forms) urls[id] = url;
  });
  after(() => test.close());

  const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers: { 'user-agent': 'Reader/1', ...headers } });
  const hears = async (to: string): Promise<readonly string[]> => {
    await settle(test);
    const bodies: string[] = [];
    for await (const line of readLedger(test.simulator.ledgerFile)) if (line.status === 'queued' && line.to === to) bodies.push(line.body);
    return bodies;
  };
  const given = async (to: string) => (await ofType(test, 'ConsentGiven')).filter((event) => event.private?.contactPoint === to);

  /** But reports, which come when they come. */
  const written = async () => {
    const { DeliveryReported: _, ...others } = await countTypes(test);
    return others;
  };

  it('shows what is agreed to, needs no script, and changes nothing when it is looked at', async () => {
    const before = await written();
    for (const url of [urls['news'] ?? '', `${urls['news']}?phone=%2B12085550101&agree=yes`]) {
      const response = await fetch(url);
      const html = await response.text();
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.match(html, /&lt;offers&gt; from Lake &amp; Clinic/);
      assert.match(html, /<label for="phone">.*<input id="phone".*type="checkbox" name="agree" value="yes" required>/);
      assert.doesNotMatch(html, /<script|checked/i);
    }
    assert.deepEqual(await written(), before);
  });

  it('writes a consent down with what was shown, welcomes once, and keeps address and program out of what is not sealed', async () => {
    const to = phoneOf(201);
    for (let n = 0; n < 2; n++) {
      const response = await post(urls['news'] ?? '', { phone: '(208) 555-0201', agree: 'yes' }, { 'x-forwarded-for': '203.0.113.9' });
      assert.deepEqual([response.status, /Thank you/.test(await response.text())], [200, true]);
    }
    const [event, ...others] = await given(to);
    assert.deepEqual(others, []);
    const { source, purpose, from, double } = event?.data ?? {};
    assert.deepEqual([source, purpose, from, double], ['web_form', 'marketing', form.from, undefined]);
    assert.equal(event?.private?.shown, `${shown}\n[x] I agree\n[Send me messages]`);
    assert.equal(event?.private?.proof, 'form news; from 203.0.113.9; Reader/1');
    assert.doesNotMatch(JSON.stringify(event?.data), /203\.0|Reader/);
    assert.deepEqual(await hears(to), [
      'Lake Clinic: You get our offers and news by text now. Msg frequency varies. Msg & data rates may apply. Reply HELP for help, STOP to opt out.',
    ]);
  });

  it('says what is wrong, and takes nothing then', async () => {
    const before = await written();
    for (const phone of ['', 'hello', '555', `+1${'9'.repeat(40)}`, '"><script>']) {
      const response = await post(urls['news'] ?? '', { phone, agree: 'yes' });
      const html = await response.text();
      assert.equal(response.status, 422, phone);
      assert.match(html, /role="alert">This is no mobile number/);
      assert.doesNotMatch(html, /<script/);
    }
    const unticked = await post(urls['news'] ?? '', { phone: phoneOf(202) });
    assert.deepEqual([unticked.status, /Tick the box/.test(await unticked.text())], [422, true]);
    for (const url of [
      `${urls['news']}x`,
      (urls['news'] ?? '').replace('~news~', '~other~'),
      (urls['news'] ?? '').replace('~test~', '~else~'),
    ])
      assert.equal((await post(url, { phone: phoneOf(202), agree: 'yes' })).status, 404);
    assert.deepEqual(await written(), before);
  });

  it('asks once more where it asks twice, and the YES shows both', async () => {
    const to = phoneOf(203);
    const response = await post(urls['twice'] ?? '', { phone: to, agree: 'yes' });
    assert.match(await response.text(), /Responda SI/);
    const [question = ''] = await hears(to);
    assert.match(question, /^Lake Clinic: ¿Desea recibir ofertas y noticias por texto\?/);
    assert.deepEqual(await given(to), []);
    await test.simulator.control.write({ from: to, to: form.from, body: 'Sí' });
    assert.match((await hears(to))[1] ?? '', /^Lake Clinic: Ahora recibe/);
    const [event] = await given(to);
    assert.deepEqual([event?.data.double, event?.data.source, event?.private?.said], [true, 'reply', 'Sí']);
    assert.equal(event?.private?.shown, `${shown}\n[x] Acepto\n[Quiero recibir mensajes]\n${question}`);
  });

  it('takes back no opt-out, whoever writes the number, and does not tell of it', async () => {
    const to = phoneOf(203);
    await test.simulator.control.write({ from: to, to: form.from, body: 'STOP' });
    await settle(test);
    const heard = await hears(to);
    for (const id of ['news', 'twice']) assert.equal((await post(urls[id] ?? '', { phone: to, agree: 'yes' })).status, 200);
    assert.deepEqual(await hears(to), heard);
    assert.equal((await given(to)).length, 1);
  });

  it('takes so many from one address and no more', async () => {
    const statuses: number[] = [];
    const from = { 'x-forwarded-for': '198.51.100.1, 203.0.113.77' };
    for (let n = 0; n < 22; n++) statuses.push((await post(urls['news'] ?? '', { phone: phoneOf(300), agree: 'yes' }, from)).status);
    assert.deepEqual([statuses.filter((status) => status === 200).length, statuses.at(-1)], [20, 429]);
  });

  it('is for numbers of its own company', async () => {
    const settings = { forms: [{ ...form, from: sendNow.from, campaignId: 'cmp_other' }] };
    const set = setConsentSettings(test.house, { companyId: testCompany, by: 'usr_test', settings }, causeAt(test));
    await assert.rejects(set, (error) => error instanceof Refusal && error.code === 'campaign_unknown');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { bounceSecretOf } from '#adapters/simulator/bounce-mail.ts';
import { startMailbox, type Mailbox } from '#adapters/simulator/mailbox.ts';
import { provenId } from '#adapters/smtp/mail-proof.ts';
import { smtpProvider } from '#adapters/smtp/smtp-provider.ts';
import { recordOptIn } from '#app/record-opt-in.ts';
import type { House } from '#app/house.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Provider } from '#ports/provider.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { bounceMail, complaintMail } from '../support/bounce-mails.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, load, sendNow, testCompany } from '../support/house-steps.ts';
import { tick } from '../support/house-run.ts';
import { codesOf, countTypes, ofType } from '../support/house-story.ts';

const letters: Definition = {
  ...sendNow,
  name: 'Letters',
  fields: { ...sendNow.fields, email: 'mail' },
  channels: [
    { channel: 'email', from: 'clinic@example.com', template: { subject: 'For {{ firstName }}', text: 'Your glasses are ready.' } },
  ],
};
const people = (of: string, names: readonly string[]): string =>
  ['id,name,phone,mail', ...names.map((name) => `${of}-${name},${name},,${name}@example.org`), ''].join('\n');

const secret = bounceSecretOf('a token');

describe('mails that come back, over HTTP', () => {
  let test: TestHouse;
  let mailbox: Mailbox;
  let provider: Provider;
  before(async () => {
    const opened = await openTestHouse({ listening: true });
    const { folder, house: plain } = opened;
    const reportTo = { url: `${plain.publicUrl}/messages/status/smtp`, secret };
    mailbox = await startMailbox({ folder: join(folder, 'mails'), ledgerFile: join(folder, 'mails.jsonl'), reportTo });
    provider = await smtpProvider({ url: `smtp://127.0.0.1:${mailbox.port}`, reports: { gateway: { secret } } });
    const house: House = {
      ...plain,
      providers: () => [opened.provider, provider],
      providerFor: ({ accountId }) => (accountId === provider.accountId ? provider : opened.provider),
      providerNamed: (name) => (name === 'smtp' ? provider : undefined),
    };
    test = { ...opened, house };
    enterHouse(house);
  });
  after(async () => {
    await provider.close();
    await mailbox.close();
    await test.close();
  });
  const send = async (name: string, ...names: readonly string[]): Promise<void> => {
    const campaignId = await activeCampaign(test, { ...letters, name });
    await load(test, campaignId, people(name, names), `${name}.csv`);
    await tick(test);
    await tick(test);
  };
  const post = async (body: string, id = 'evt_1'): Promise<Response> => {
    const at = new Date();
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    return fetch(`${test.house.publicUrl}/messages/status/smtp`, { method: 'POST', headers, body });
  };

  it('say what became of them, stop the next mail to an address that nobody has, and to whoever complained', async () => {
    await send('First', 'ana', 'bounce', 'full', 'complaint');
    const reports = (await ofType(test, 'DeliveryReported')).map(({ data }) => `${data.status} ${data.code}`).sort();
    assert.deepEqual(reports, ['delivered complained', 'undelivered address_unknown', 'undelivered mailbox_full']);
    const said = (await ofType(test, 'ConsentWithdrawn')).map(({ data }) => `${data.source} ${data.family} ${data.until?.slice(0, 10)}`);
    assert.deepEqual(said.sort(), ['bounce email 2027-05-01', 'complaint email undefined']);
    await send('Second', 'ana', 'bounce', 'full', 'complaint');
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { address_gone: 1, opted_out: 1 });
    assert.equal((await countTypes(test))['MessageSent'], 6);
  });

  it('come again, late and in any order, and change nothing', async () => {
    const [sent] = await ofType(test, 'MessageSent');
    assert.ok(sent);
    const messageId = `msg_${sent.stream.slice('chunk-pkt_'.length)}-${sent.data.row}-email-0`;
    const given = { messageId, proven: provenId(secret, messageId) };
    const [bounce, complaint] = [bounceMail(given, { action: 'failed', status: '5.1.1' }), complaintMail(given)];
    const before = (await ofType(test, 'ConsentWithdrawn')).length;
    for (const body of [complaint, bounce, complaint, bounce]) assert.equal((await post(body)).status, 204);
    assert.equal((await ofType(test, 'ConsentWithdrawn')).length, before + 1, 'whoever complained wants none, whatever bounces after it');
  });

  it('are no matter of an address that has said since that it wants them', async () => {
    await recordOptIn(test.house, { companyId: testCompany, channel: 'email', to: 'bounce@example.org', source: 'staff' }, causeAt(test));
    const before = await countTypes(test);
    await send('Third', 'bounce');
    assert.equal((await countTypes(test))['MessageSent'], (before['MessageSent'] ?? 0) + 1, 'it is tried again');
    assert.equal((await ofType(test, 'ConsentWithdrawn')).length, (before['ConsentWithdrawn'] ?? 0) + 1, 'and bounces again');
  });

  it('are refused unsigned, of mails that are not ours, and of no sense; nothing changes', async () => {
    const before = await countTypes(test);
    const url = `${test.house.publicUrl}/messages/status/smtp`;
    const strange = { messageId: 'msg_abc-1-2-email-0', proven: provenId(secret, 'msg_abc-1-2-email-0') };
    const bounce = bounceMail(strange, { action: 'failed', status: '5.1.1' });
    assert.equal((await fetch(url, { method: 'POST', body: bounce })).status, 403);
    const unknown = await post(bounce);
    assert.equal(unknown.status, 202, 'the proof is ours, so that its message may still come to be known: it is kept');
    const forged = await post(bounceMail({ ...strange, proven: strange.messageId }, { action: 'failed', status: '5.1.1' }));
    assert.deepEqual([forged.status, ((await forged.json()) as { code: string }).code], [400, 'report_malformed']);
    assert.equal((await post('From: ana@example.org\r\n\r\nI am away until Monday.')).status, 204, 'an absence note');
    assert.equal((await fetch(url, { method: 'POST', body: Buffer.from([0xff, 0xfe, 0]) })).status, 403);
    assert.equal((await fetch(url, { method: 'POST', body: 'x'.repeat(1_100_000) })).status, 413);
    assert.deepEqual(await countTypes(test), { ...before, WebhookHeld: 1 });
    assert.ok(!JSON.stringify(test.lines).includes('example.org'), 'nobody in the logs');
  });
});

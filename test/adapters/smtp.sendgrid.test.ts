import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { provenId } from '#adapters/smtp/mail-proof.ts';
import { readReport, type MailReports } from '#adapters/smtp/read-report.ts';
import { isSignedBySendgrid, sendgridKeyOf } from '#adapters/smtp/read-sendgrid.ts';
import type { ReportRequest } from '#ports/provider.ts';
import { bounceMail } from '../support/bounce-mails.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ....').toString('base64')}`;
const messageId = 'msg_abc-1-2-email-0';
const about = { proven: provenId(secret, messageId), messageId };
const reports: MailReports = { accountId: 'mail.example', gateway: { login: { secret }, key: secret } };
const now = Date.now();

/** A bounce as the gateway brings it. */
const bounced = (): ReportRequest => {
  const body = bounceMail(about, { action: 'failed', status: '5.1.1' });
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': new Webhook(secret).sign('evt_1', new Date(now), body),
  };
  return { method: 'POST', url: '/messages/status/smtp', headers, body };
};

/** https://github.com/sendgrid/sendgrid-nodejs, packages/eventwebhook: its own test. */
const published = {
  key: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
  signature: 'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
  timestamp: '1600112502',
  body: `${JSON.stringify([
    {
      email: 'hello@world.com',
      event: 'dropped',
      reason: 'Bounced Address',
      sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
      sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
      'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
      timestamp: 1_600_112_492,
    },
  ])}\r\n`,
};

describe("SendGrid's events", () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey;
  const both: MailReports = { ...reports, sendgrid: key };
  const request = (events: unknown, at = now): ReportRequest => {
    const body = typeof events === 'string' ? events : JSON.stringify(events);
    const timestamp = String(Math.floor(at / 1000));
    const headers = {
      'x-twilio-email-event-webhook-timestamp': timestamp,
      'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(timestamp + body), privateKey).toString('base64'),
    };
    return { method: 'POST', url: '/messages/status/smtp', headers, body };
  };
  const told = (change: object) => ({ email: 'ana@example.com', 'smtp-id': `<${messageId}@clinic.example>`, timestamp: 1, ...change });

  it("are verified as its own package's test has it", () => {
    const headers = {
      'x-twilio-email-event-webhook-timestamp': published.timestamp,
      'x-twilio-email-event-webhook-signature': published.signature,
    };
    const at = Number(published.timestamp) * 1000;
    const theirs = sendgridKeyOf(published.key);
    assert.equal(isSignedBySendgrid(theirs, { headers, body: published.body }, at), true);
    assert.equal(isSignedBySendgrid(theirs, { headers, body: published.body.trim() }, at), false);
    assert.equal(isSignedBySendgrid(theirs, { headers, body: published.body }, at + 301_000), false);
    assert.equal(isSignedBySendgrid(key, { headers, body: published.body }, at), false);
    // the mail in it is none of ours
    assert.equal(
      readReport({ accountId: 'x', sendgrid: theirs }, { method: 'POST', url: '/', headers, body: published.body }, at).kind,
      'nothing',
    );
  });

  it('say what became of mails, several at once', () => {
    const events = [
      told({ event: 'processed' }),
      told({ event: 'delivered', response: '250 OK' }),
      told({ event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 5.1.1 unknown' }),
      told({ event: 'bounce', type: 'blocked', reason: '554 5.7.1 spam' }),
      told({ event: 'bounce', type: 'blocked', status: '5.1.1' }),
      told({ event: 'dropped', reason: 'Bounced Address' }),
      told({ event: 'dropped', reason: 'Unsubscribed Address' }),
      told({ event: 'spamreport' }),
      told({ event: 'group_unsubscribe' }),
      told({ event: 'deferred', response: '400' }),
      told({ event: 'open', 'smtp-id': undefined }),
      told({ event: 'delivered', 'smtp-id': '<somebody@else>' }),
      null,
    ];
    const result = readReport(both, request(events), now);
    assert.ok(result.kind === 'report');
    const all = [result.report, ...(result.also ?? [])];
    assert.deepEqual(
      all.map(({ status, code }) => [status, code]),
      [
        ['delivered', undefined],
        ['undelivered', 'address_unknown'],
        ['undelivered', 'blocked'],
        ['undelivered', 'blocked'],
        ['undelivered', 'address_unknown'],
        ['undelivered', 'opted_out'],
        ['delivered', 'complained'],
        ['delivered', 'opted_out'],
      ],
    );
    for (const one of all)
      assert.deepEqual([one.messageId, one.reference, one.accountId], [messageId, `${messageId}@clinic.example`, 'mail.example']);
  });

  it('are refused unsigned, old, changed, or of no shape', () => {
    const good = request([told({ event: 'delivered' })]);
    assert.equal(readReport(both, { ...good, body: `${good.body} ` }, now).kind, 'foreign');
    assert.equal(readReport(both, request([told({ event: 'delivered' })], now - 301_000), now).kind, 'foreign');
    assert.equal(readReport({ accountId: 'x', sendgrid: key }, { ...good, headers: {} }, now).kind, 'foreign');
    for (const body of ['', '{', '{}', '[]', '"x"', JSON.stringify({ event: 'delivered' }), '['.repeat(100_000)])
      assert.equal(readReport(both, request(body), now).kind, 'malformed', body.slice(0, 20));
    assert.equal(readReport(both, request([told({ event: 'constructor' }), 7, 'x']), now).kind, 'nothing');
  });

  it('come beside the gateway, which has another signature', () => {
    assert.equal(readReport(both, bounced(), now).kind, 'report');
    assert.equal(readReport(both, request([told({ event: 'delivered' })]), now).kind, 'report');
  });
});

import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import * as fc from 'fast-check';
import { bounceOf } from '#adapters/smtp/bounce-codes.ts';
import { provenId, provenIn, returnAddressFor } from '#adapters/smtp/mail-proof.ts';
import { readMailParts } from '#adapters/smtp/mail-parts.ts';
import { readReport, type MailReports } from '#adapters/smtp/read-report.ts';
import type { ReadReport, ReportRequest } from '#ports/provider.ts';
import { bounceMail, complaintMail, type Recipient } from '../support/bounce-mails.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ....').toString('base64')}`;
const messageId = 'msg_abc-1-2-email-0';
const proven = provenId(secret, messageId);
const about = { proven, messageId };
const reports: MailReports = { accountId: 'mail.example', gateway: { login: { secret }, key: secret } };
const now = Date.now();

const signedBy = (key: string, body: string, { at = now, id = 'evt_1' } = {}): ReportRequest => ({
  method: 'POST',
  url: '/messages/status/smtp',
  headers: {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(key).sign(id, new Date(at), body),
  },
  body,
});
const read = (body: string): ReadReport => readReport(reports, signedBy(secret, body), now);
const reported = (body: string) => {
  const result = read(body);
  return result.kind === 'report' ? result.report : result.kind;
};
const failed = (status?: string, diagnostic?: string): Recipient => ({
  action: 'failed',
  ...(status === undefined ? {} : { status }),
  ...(diagnostic === undefined ? {} : { diagnostic }),
});

describe('a bounce of a mail', () => {
  const common = { messageId, accountId: 'mail.example', reference: `${messageId}@clinic.example` };

  it('is told by what went out with the mail, wherever it comes back', () => {
    const expected = { ...common, status: 'undelivered', code: 'address_unknown', providerCode: '5.1.1' };
    const unnamed = { ...expected, reference: messageId };
    const is = (given: Partial<Parameters<typeof bounceMail>[0]>) => reported(bounceMail({ ...about, ...given }, failed('5.1.1')));
    assert.deepEqual(is({ returned: 'headers' }), expected);
    assert.deepEqual(is({ returned: 'mail' }), expected);
    assert.deepEqual(is({ returned: 'nothing', envelope: true }), unnamed);
    const address = returnAddressFor('bounces+{message}@clinic.example', proven);
    assert.deepEqual(is({ returned: 'nothing', to: address }), unnamed);
    assert.deepEqual(is({ returned: 'nothing', to: `<${address.toUpperCase()}>` }), unnamed, 'servers change capitals');
  });

  it('is taken for no mail of ours without that, whatever it says', () => {
    const others = [
      { ...about, proven: `${messageId}.0123456789abcdef` },
      { ...about, proven: provenId(secret, 'msg_abc-1-3-email-0').replace('-3-', '-2-') },
      { ...about, proven: provenId('whsec_another', messageId) },
      { ...about, proven: messageId },
    ];
    for (const given of others) {
      assert.equal(reported(bounceMail(given, failed('5.1.1'))), 'malformed');
      assert.equal(reported(complaintMail(given)), 'malformed');
    }
  });

  for (const [title, recipient, code] of [
    ['no such mailbox', failed('5.1.1'), 'address_unknown'],
    ['no such host', failed('5.1.2'), 'address_unknown'],
    ['a mailbox that is closed', failed('5.2.1'), 'address_unknown'],
    ['a full mailbox', failed('5.2.2'), 'mailbox_full'],
    ['a full mailbox for days', failed('4.2.2'), 'mailbox_full'],
    ['a server that is away for days', failed('4.4.1'), 'mail_put_off'],
    ['a filter', failed('5.7.1', '554 5.7.1 Message rejected'), 'blocked'],
    ['a status that says nothing beside an answer that does', failed('5.0.0', '550 5.1.1 <ana@example.com>: unknown'), 'address_unknown'],
    ['an answer in the old words', failed(undefined, '550 no such user'), 'address_unknown'],
    ['nothing at all', failed(), 'provider_error'],
    ['a mailbox full, told by a server as 550', failed('5.2.2', '550 mailbox full'), 'mailbox_full'],
    ['a filter, told as 550 without more', failed(undefined, '550 blocked by our spam policy'), 'blocked'],
    ['no relaying', failed('5.7.1', '554 5.7.1 <a@b>: Relay access denied'), 'sender_not_allowed'],
  ] as const)
    it(`says what was wrong: ${title}`, () => {
      const result = reported(bounceMail(about, recipient));
      assert.ok(typeof result === 'object');
      assert.deepEqual([result.status, result.code], ['undelivered', code]);
    });

  it('is none where the server is still trying, has passed it on, or nobody bounced anything', () => {
    for (const action of ['delayed', 'relayed', 'expanded', 'hoped'])
      assert.equal(reported(bounceMail(about, { action, status: '4.0.0' })), 'nothing', action);
    assert.equal(reported(bounceMail(about)), 'nothing');
    assert.deepEqual(reported(bounceMail(about, { action: 'Delivered', status: '2.0.0' })), { ...common, status: 'delivered' });
    const note = `From: ana@example.com\r\nTo: bounces@clinic.example\r\nSubject: Away\r\n\r\nI am away. ${proven}\r\n`;
    assert.equal(reported(note), 'nothing', 'an absence note');
    assert.equal(reported(''), 'nothing');
  });

  it('is read where lines end in a line feed alone, and where parts are encoded', () => {
    const bare = bounceMail(about, failed('5.1.1')).replaceAll('\r\n', '\n');
    assert.equal(typeof reported(bare), 'object');
    const status = Buffer.from('Reporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n').toString('base64');
    const encoded = bounceMail(about).replace(
      /(message\/delivery-status)\r\n\r\n.*?\r\n\r\n/s,
      `$1\r\nContent-Transfer-Encoding: base64\r\n\r\n${status}\r\n`,
    );
    const result = reported(encoded);
    assert.ok(typeof result === 'object');
    assert.equal(result.code, 'address_unknown');
    const body = Buffer.from(bounceMail(about, failed('5.1.1')).replace('Undelivered', 'Nicht zugest\xe4llt'), 'latin1').toString('base64');
    const request = signedBy(secret, body);
    const whole = readReport(reports, { ...request, headers: { ...request.headers, 'content-transfer-encoding': 'base64' } }, now);
    assert.equal(whole.kind, 'report', 'bytes that are no UTF-8');
  });

  it('never makes us stumble, however it looks', () => {
    const pieces = bounceMail(about, failed('5.1.1')).split(/(?<=\r\n)/);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...pieces, '--=_b\r\n', '\r\n', 'Content-Type: multipart/x; boundary="=_b"\r\n']),
        fc.string(),
        (some, tail) => {
          assert.ok(['report', 'nothing', 'malformed'].includes(read(some.join('') + tail).kind));
        },
      ),
      { numRuns: 300 },
    );
    const deep = Array.from({ length: 3_000 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join('');
    assert.equal(read(deep).kind, 'nothing');
    assert.ok(readMailParts(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}`).parts.length <= 51);
  });
});

describe('a complaint about a mail', () => {
  it('says that the mail came, and that the person wants none', () => {
    const expected = { messageId, accountId: 'mail.example', reference: `${messageId}@clinic.example`, status: 'delivered' };
    assert.deepEqual(reported(complaintMail(about)), { ...expected, code: 'complained', providerCode: 'abuse' });
    assert.deepEqual(reported(complaintMail(about, 'Fraud')), { ...expected, code: 'complained', providerCode: 'fraud' });
    assert.deepEqual(reported(complaintMail(about, 'opt-out')), { ...expected, code: 'opted_out', providerCode: 'opt-out' });
    for (const kind of ['not-spam', 'virus', 'other', 'constructor', ''])
      assert.equal(reported(complaintMail(about, kind)), 'nothing', kind);
  });
});

describe('whoever brings bounces', () => {
  const body = bounceMail(about, failed('5.1.1'));
  it('signs them by the rule of Standard Webhooks, now', () => {
    const good = signedBy(secret, body);
    const fits = good.headers['webhook-signature'] ?? '';
    assert.equal(readReport(reports, good, now).kind, 'report');
    const several = { ...good, headers: { ...good.headers, 'webhook-signature': `v1,bm9ib2R5 v2,x ${fits}` } };
    assert.equal(readReport(reports, several, now).kind, 'report', 'while the secret changes there are several');
    const strangers: ReportRequest[] = [
      { ...good, headers: {} },
      { ...good, body: `${body} ` },
      { ...good, headers: { ...good.headers, 'webhook-id': 'evt_2' } },
      { ...good, headers: { ...good.headers, 'webhook-timestamp': String(Math.floor(now / 1000) - 1) } },
      { ...good, headers: { ...good.headers, 'webhook-signature': fits.slice(3) } },
      { ...good, headers: { ...good.headers, authorization: `Basic ${Buffer.from(`x:${secret}`).toString('base64')}` }, body: '' },
      signedBy(`whsec_${Buffer.alloc(32).toString('base64')}`, body),
      signedBy(secret, body, { at: now - 301_000 }),
      signedBy(secret, body, { at: now + 302_000 }),
    ];
    for (const [n, request] of strangers.entries()) assert.equal(readReport(reports, request, now).kind, 'foreign', String(n));
  });
  it('agrees with the published example of Standard Webhooks', () => {
    // https://github.com/standard-webhooks/standard-webhooks, libraries/javascript: the example of its README
    const published = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const example: ReportRequest = {
      method: 'POST',
      url: '/',
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      body: '{"test": 2432232314}',
    };
    const gateway = { login: { secret: published }, key: published };
    assert.equal(readReport({ ...reports, gateway }, example, 1_614_265_330_000).kind, 'nothing');
    assert.equal(readReport({ ...reports, gateway }, { ...example, body: '{"test": 2432232315}' }, 1_614_265_330_000).kind, 'foreign');
  });
  it('or names himself, and is asked to', () => {
    const basic: MailReports = { ...reports, gateway: { login: { user: 'mx', password: 'hush' }, key: secret } };
    const request = (authorization?: string): ReportRequest => ({ method: 'POST', url: '/', headers: { authorization }, body });
    const asked = readReport(basic, request(), now);
    assert.ok(asked.kind === 'foreign' && asked.challenge?.startsWith('Basic '));
    assert.equal(readReport(basic, request(`Basic ${Buffer.from('mx:other').toString('base64')}`), now).kind, 'foreign');
    assert.equal(readReport(basic, request(`Basic ${Buffer.from('mx:hush').toString('base64')}`), now).kind, 'report');
  });
  it('is nobody until somebody was named', () => {
    assert.equal(readReport({ accountId: 'mail.example' }, signedBy(secret, body), now).kind, 'foreign');
  });
  it('posts, and no more than a megabyte', () => {
    assert.equal(readReport(reports, { ...signedBy(secret, body), method: 'GET' }, now).kind, 'malformed');
    assert.equal(readReport(reports, signedBy(secret, 'x'.repeat(1_000_001)), now).kind, 'malformed');
  });
});

describe("a mail's proof", () => {
  it('stands in an address of its own, as long as that may be', () => {
    assert.equal(returnAddressFor('bounces@clinic.example', proven), 'bounces@clinic.example');
    assert.equal(returnAddressFor('bounces+{message}@clinic.example', proven), `bounces+${proven}@clinic.example`);
    assert.equal(returnAddressFor('bounces+{message}@clinic.example', undefined), 'bounces@clinic.example');
    const long = provenId(secret, `msg_${'a'.repeat(32)}-1-2-email-0`);
    assert.equal(returnAddressFor('bounces+{message}@clinic.example', long), 'bounces@clinic.example');
  });
  it('is found in no text without it', () => {
    for (const text of [undefined, '', messageId, `${messageId}.`, `${messageId}.${'0'.repeat(16)}`, 'x'.repeat(1e6)])
      assert.equal(provenIn(secret, text), undefined);
    assert.equal(provenIn(secret, `<bounces+${proven}@x>`), messageId);
  });
});

it('an answer of a server means the same in a bounce as at the door', () => {
  assert.deepEqual(bounceOf('5.1.1', ''), { code: 'address_unknown', providerCode: '5.1.1' });
  assert.deepEqual(bounceOf('', '421 try later'), { code: 'mail_put_off', providerCode: '421' });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import twilio from 'twilio';
import type { AuthTokens } from '#adapters/twilio/auth-tokens.ts';
import { readReport } from '#adapters/twilio/read-report.ts';

const reader = { accountId: `AC${'1'.repeat(32)}`, authToken: 'token-of-a-test', publicUrl: 'https://carillon.example/' };
const path = '/messages/status/twilio?m=msg_abc-1-2-sms-0';
const sid = `MM${'C'.repeat(32)}`;

const reportOf = (words: Readonly<Record<string, string>>, url = `https://carillon.example${path}`, calledAs = url) => {
  const form = { AccountSid: reader.accountId, MessageSid: sid, ...words };
  const signature = twilio.getExpectedTwilioSignature(reader.authToken, url, form);
  const body = new URLSearchParams(form).toString();
  return readReport(reader, { method: 'POST', url: calledAs, headers: { 'x-twilio-signature': signature }, body });
};

const statuses = {
  accepted: 'sending',
  queued: 'sending',
  scheduled: 'sending',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  canceled: 'canceled',
};

const failures: readonly (readonly [errorCode: string, code: string, providerCode?: string])[] = [
  ['30003', 'handset_unreachable', '30003'],
  ['21610', 'opted_out', '21610'],
  ['63014', 'opted_out', '63014'],
  ['30005', 'unknown_handset', '30005'],
  ['30006', 'landline', '30006'],
  ['30007', 'carrier_filtered', '30007'],
  ['30022', 'rate_limited', '30022'],
  ['30023', 'daily_cap', '30023'],
  ['30034', 'unregistered_10dlc', '30034'],
  ['30036', 'validity_expired', '30036'],
  ['39999', 'provider_error', '39999'],
  ['', 'provider_error'],
  ['0', 'provider_error'],
  ['abc', 'provider_error'],
];

describe('a status report of Twilio', () => {
  for (const [word, status] of Object.entries(statuses))
    it(`${word} is ${status}`, () => {
      const report = { messageId: 'msg_abc-1-2-sms-0', accountId: reader.accountId, reference: sid, status };
      assert.deepEqual(reportOf({ MessageStatus: word }), { kind: 'report', report });
    });

  for (const [errorCode, code, providerCode] of failures)
    for (const word of ['undelivered', 'failed'])
      it(`${word} for ${errorCode || 'no reason'} is ${code}`, () => {
        const result = reportOf({ MessageStatus: word, ErrorCode: errorCode });
        assert.ok(result.kind === 'report');
        assert.deepEqual([result.report.status, result.report.code, result.report.providerCode], [word, code, providerCode]);
      });

  it('is read by its path alone, behind a proxy, by the URL that Twilio called', () => {
    assert.equal(reportOf({ MessageStatus: 'sent' }, `https://carillon.example${path}`, path).kind, 'report');
    assert.equal(reportOf({ MessageStatus: 'sent' }, `https://elsewhere.example${path}`, path).kind, 'foreign');
  });

  it('is not read when it is larger than any report', () => {
    assert.equal(reportOf({ MessageStatus: 'sent', Extra: 'x'.repeat(70_000) }).kind, 'malformed');
  });
});

describe('a status report while the token changes', () => {
  const [one, two, three] = ['token-one', 'token-two', 'token-three'] as const;
  const kindOf = (signedWith: string, known: AuthTokens): string => {
    const url = `https://carillon.example${path}`;
    const form = { AccountSid: reader.accountId, MessageSid: sid, MessageStatus: 'sent' };
    const headers = { 'x-twilio-signature': twilio.getExpectedTwilioSignature(signedWith, url, form) };
    const request = { method: 'POST', url, headers, body: new URLSearchParams(form).toString() };
    return readReport({ ...reader, authToken: () => known }, request).kind;
  };
  for (const [signedWith, known, kind] of [
    [one, { current: one }, 'report'],
    [one, { current: two, previous: one }, 'report'],
    [two, { current: two, previous: one }, 'report'],
    [three, { current: two, previous: one }, 'foreign'],
    [one, { current: two }, 'foreign'],
    ['', { current: two }, 'foreign'],
  ] as const)
    it(`signed with ${signedWith || 'nothing'}, known ${Object.values(known).join(' and ')}: ${kind}`, () =>
      assert.equal(kindOf(signedWith, known), kind));

  it('never takes what neither signed, and takes what either signed', () => {
    const token = fc.string({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(token, token, token, (current, previous, signer) => {
        const expected = signer === current || signer === previous ? 'report' : 'foreign';
        return kindOf(signer, { current, previous }) === expected;
      }),
    );
  });
});

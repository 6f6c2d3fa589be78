import assert from 'node:assert/strict';
import { readContactPoint, type ContactPoint } from '#domain/message/contact-point.ts';
import type { Channel } from '#domain/kernel/ids.ts';

const to = (point: string): ContactPoint => ({ to: point });
const fault = (code: string): ContactPoint => ({ fault: code });

describe('a contact point', () => {
  const cases: readonly (readonly [channel: Channel, text: string, ContactPoint])[] = [
    ['sms', '(208) 555-0100', to('+12085550100')],
    ['mms', '(208) 555-0100', to('+12085550100')],
    ['whatsapp', '(208) 555-0100', to('+12085550100')],
    ['voice', '(208) 555-0100', to('+12085550100')],
    ['sms', '+44 20 7946 0018', fault('phone_landline')],
    ['mms', '+44 20 7946 0018', fault('phone_landline')],
    ['whatsapp', '+44 20 7946 0018', fault('phone_landline')],
    ['voice', '+44 20 7946 0018', to('+442079460018')],
    ['voice', '+1 800 555 0100', fault('phone_service')],
    ['voice', '', fault('phone_missing')],
    ['voice', 'front desk', fault('phone_invalid')],
    ['email', 'Ann.O@Example.COM', to('Ann.O@example.com')],
    ['email', '', fault('email_missing')],
    ['email', '(208) 555-0100', fault('email_invalid')],
    ['messenger', ' 6172839405162738 ', to('6172839405162738')],
    ['messenger', '', fault('recipient_id_missing')],
    ['messenger', '6.17284E+15', fault('recipient_id_invalid')],
    ['instagram', 'ann.the.patient', fault('recipient_id_invalid')],
  ];
  for (const [channel, text, point] of cases)
    it(`of ${channel} in "${text}" is ${Object.values(point)[0]}`, () => assert.deepEqual(readContactPoint(channel, text, 'US'), point));

  it('is read by the country that it is asked for', () => {
    assert.deepEqual(readContactPoint('voice', '020 7946 0018', 'GB'), to('+442079460018'));
    assert.deepEqual(readContactPoint('sms', '55 5550 0100', 'MX'), readContactPoint('sms', '+52 55 5550 0100', 'US'));
  });
});

import assert from 'node:assert/strict';
import { mentionsPerson } from '#domain/consent/mentions-person.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';

const readPhone = (text: string): string | undefined => {
  const read = readContactPoint('voice', text, 'US');
  return 'to' in read ? read.to : undefined;
};

describe('what tells of a contact point', () => {
  const phone = mentionsPerson('+12085550123', readPhone);
  for (const text of [
    '+12085550123',
    '12085550123',
    '2085550123',
    '(208) 555-0123',
    '208.555.0123',
    '208 555 0123',
    '001 208 555 0123',
    'home 208-555-0123',
  ])
    it(`is ${text}`, () => assert.ok(phone.inCell(text)));
  for (const text of ['', '2085550124', '12085550123456', '5550123', '+442085550123', '92085550123'])
    it(`is not ${text === '' ? 'nothing' : text}`, () => assert.ok(!phone.inCell(text)));
  it('is a number in what a provider posts', () => {
    assert.ok(phone.inText('From=%2B12085550123&To=%2B12085550199'));
    assert.ok(phone.inText('{"to":"+12085550123"}'));
    assert.ok(!phone.inText('MessageSid=SM12085550123456'));
  });
  const email = mentionsPerson('ana@example.com', readPhone);
  for (const text of ['ana@example.com', 'Ana@Example.com', 'Ana <ana@example.com>', 'to=ana%40example.com&x=1'])
    it(`is ${text}`, () => assert.ok(email.inCell(text)));
  for (const text of ['joana@example.com', 'ana@example.com.br', 'ana@example.comx', 'an.ana@example.com'])
    it(`is not ${text}`, () => assert.ok(!email.inCell(text)));
  it('is the id of a page’s visitor, whole', () => {
    const id = mentionsPerson('123456789', readPhone);
    assert.deepEqual([id.inCell('123456789'), id.inCell('1234567890')], [true, false]);
  });
});

import assert from 'node:assert/strict';
import type { Incoming, ReadIncoming } from '#ports/provider.ts';
import {
  bandwidthWire,
  messagebirdWire,
  metaWire,
  mid,
  own,
  person,
  psid,
  sid,
  telnyxWire,
  twilioWire,
  type Wire,
} from '../support/incoming-wires.ts';
import { hubSignature, metaPage, webhookOf } from '../support/opened-meta.ts';

const wires: Readonly<Record<string, Wire>> = {
  twilio: twilioWire(),
  'twilio at a door with a host of its own': twilioWire('/messages/incoming/twilio', 'receive-incoming-1.a.run.app'),
  telnyx: telnyxWire,
  bandwidth: bandwidthWire,
  'messagebird by GET': messagebirdWire('query'),
  'messagebird by a form': messagebirdWire('form'),
  'messagebird by JSON': messagebirdWire('json'),
  meta: metaWire,
};

describe('what people write', () => {
  for (const [title, wire] of Object.entries(wires)) {
    it(`is read of ${title}`, () => {
      const read = wire.read(wire.request());
      assert.ok(read.kind === 'messages', JSON.stringify(read));
      assert.deepEqual(read.messages, [wire.message]);
    });
    it(`is taken from nobody else than ${title}`, () => {
      for (const [n, request] of wire.foreign(wire.request()).entries()) assert.equal(wire.read(request).kind, 'foreign', `${title} ${n}`);
    });
    it(`is refused without a word of it where it is none, of ${title}`, () => {
      const good = wire.request();
      for (const request of [
        { ...good, method: 'PUT' },
        { ...good, body: 'x'.repeat(2_000_000) },
        { ...good, method: 'DELETE' },
      ]) {
        const read = wire.read(request);
        assert.ok(read.kind === 'malformed' || read.kind === 'foreign', title);
        assert.doesNotMatch(read.why, /555|gracias/);
      }
    });
  }

  it('has pictures, buttons and quotes', () => {
    const one = (read: ReadIncoming): Partial<Incoming> => (read.kind === 'messages' ? (read.messages[0] ?? {}) : {});
    const [mms, whatsapp] = [twilioWire(), twilioWire()];
    const picture = one(mms.read(mms.request({ NumMedia: '2', MediaUrl0: 'https://m/0', MediaUrl1: 'https://m/1' })));
    assert.deepEqual([picture.channel, picture.media], ['mms', ['https://m/0', 'https://m/1']]);
    const button = one(
      whatsapp.read(
        whatsapp.request({
          From: `whatsapp:${person}`,
          To: `whatsapp:${own}`,
          ButtonPayload: 'C',
          ButtonText: 'Yes',
          OriginalRepliedMessageSid: sid,
        }),
      ),
    );
    assert.deepEqual([button.channel, button.from, button.to, button.body, button.quotes], ['whatsapp', person, own, 'C', sid]);
    assert.equal(one(mms.read(mms.request({ OptOutType: 'STOP' }))).taken, 'stop');
    assert.equal(one(telnyxWire.read(telnyxWire.request({ autoresponse_type: 'HELP' }))).taken, 'help');
    assert.equal(one(telnyxWire.read(telnyxWire.request({ autoresponse_type: null }))).taken, undefined);
    assert.deepEqual(one(telnyxWire.read(telnyxWire.request({ media: [{ url: 'https://m/0', content_type: 'image/png' }] }))).media, [
      'https://m/0',
    ]);
    assert.deepEqual(one(bandwidthWire.read(bandwidthWire.request({ media: ['https://m/0.smil', 'https://m/1.png'] }))).media, [
      'https://m/1.png',
    ]);
    assert.equal(
      one(metaWire.read(metaWire.request({ message: { mid, text: 'Yes', quick_reply: { payload: 'C' }, reply_to: { mid: `${mid}2` } } })))
        .quotes,
      `${mid}2`,
    );
    assert.equal(one(metaWire.read(metaWire.request({ message: undefined, postback: { mid, title: 'Yes', payload: 'C' } }))).body, 'C');
  });

  it('from short codes and names, and what is no message, is answered and dropped', () => {
    const reads: Readonly<Record<string, ReadIncoming>> = {
      twilio: twilioWire().read(twilioWire().request({ From: '72345' })),
      telnyx: telnyxWire.read(telnyxWire.request({ from: { phone_number: '72345' } })),
      messagebird: messagebirdWire('form').read(messagebirdWire('form').request({ originator: 'Bank' })),
      'an echo': metaWire.read(metaWire.request({ message: { is_echo: true, mid, text: 'ours' } })),
      'meta read': metaWire.read(metaWire.request({ message: undefined, read: { watermark: 1 } })),
    };
    for (const [title, read] of Object.entries(reads)) assert.equal(read.kind, 'nothing', title);
  });

  it('of Meta comes with what became of messages, and Meta gets its challenge back', () => {
    const body = webhookOf([
      { sender: { id: psid }, recipient: { id: metaPage.accountId }, message: { mid, text: 'C' } },
      {
        sender: { id: metaPage.accountId },
        recipient: { id: psid },
        message: { is_echo: true, mid: `${mid}2`, metadata: 'msg_abc-1-2-messenger-0' },
      },
    ]);
    const read = metaWire.read({ method: 'POST', url: '/', headers: hubSignature(body), body });
    assert.ok(read.kind === 'messages');
    assert.deepEqual([read.messages.length, read.reports?.[0]?.messageId], [1, 'msg_abc-1-2-messenger-0']);
    const asked = metaWire.read({
      method: 'GET',
      url: '/?hub.mode=subscribe&hub.challenge=77&hub.verify_token=known',
      headers: {},
      body: '',
    });
    assert.deepEqual(asked, { kind: 'nothing', answer: { type: 'text/plain', body: '77' } });
  });
});

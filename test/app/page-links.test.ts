import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { changeCampaign } from '#app/change-campaign.ts';
import { lookUpIn } from '#app/look-up-in.ts';
import { pageUrl, previewLinks } from '#app/page-url.ts';
import { readPageToken } from '#app/page-token.ts';
import { preview } from '#app/preview.ts';
import { queueRows } from '#app/queue-rows.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { assemble } from '#domain/message/assemble.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle, tick } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, people, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

const day = '2026-11-05';
const linked: Definition = { ...remind, channels: [{ channel: 'sms', template: '{{ firstName }} {{ confirmUrl }} {{ unsubscribeUrl }}' }] };
const urlsIn = (text = ''): readonly string[] => text.match(/https?:[^\s"<]+/g) ?? [];

describe('links in templates', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  /** every link of every message that was queued names its own message, and nothing else */
  const assertOwn = async (): Promise<number> => {
    let links = 0;
    for (const { stream, data, private: said } of await ofType(test, 'MessageQueued')) {
      const messageId = messageIdIn(stream, data);
      for (const url of urlsIn(said?.body)) {
        const kind = readPageToken(url.split('/').at(-1) ?? '')?.kind ?? 'answer';
        assert.equal(url, pageUrl(test.house, testCompany, { kind, messageId }));
        links += 1;
      }
    }
    return links;
  };

  it('name their own message, row by row and channel by channel, also when it is made anew', async () => {
    const campaignId = await activeCampaign(test, linked);
    await load(test, campaignId, people(40, { day }));
    test.clock.set('2026-11-03T15:00:00.000Z');
    await tick(test);
    assert.equal(await assertOwn(), 80);
    const definition = { ...linked, channels: [{ channel: 'sms' as const, template: 'New: {{ firstName }} {{ answerUrl }}' }] };
    await changeCampaign(test.house, testCompany, { type: 'PutCampaign', data: { campaignId, definition } }, causeAt(test));
    await change(test, campaignId, 'ApproveCampaign');
    test.clock.set('2026-11-03T17:00:00.000Z');
    await settle(test);
    const bodies = (await ofType(test, 'MessageQueued')).map(({ private: said }) => said?.body ?? '');
    assert.equal(bodies.filter((body) => body.startsWith('New: ')).length, 40);
    assert.equal(await assertOwn(), 120);
  });

  it('of a message by another channel name that message', async () => {
    const fallbacks = [{ afterMinutes: 30, channel: 'whatsapp' as const, template: 'WA {{ cancelUrl }}', from: '+12085550198' }];
    await test.simulator.control.behave({ deliveredAfterMs: 3_600_000 });
    await load(
      test,
      await activeCampaign(test, { ...sendNow, channels: [{ channel: 'sms', template: '{{ cancelUrl }}', fallbacks }] }),
      people(3),
    );
    await settle(test);
    test.clock.set('2026-11-02T16:31:00.000Z');
    await settle(test);
    const followed = (await ofType(test, 'MessageQueued')).filter(({ data }) => data.followUp?.kind === 'fallback');
    assert.equal(followed.length, 3);
    assert.equal(await assertOwn(), 6);
  });

  it('of a preview are as long as real ones, so that segments are right, and lead to a page that says so', async () => {
    await activeCampaign(test, linked);
    const made = await preview({
      reader: test.house.rows,
      file: { open: (start) => Promise.resolve(Readable.from([Buffer.from(people(3, { day })).subarray(start)])), name: 'people.csv' },
      definition: linked,
      lookUp: lookUpIn(test.house, { companyId: testCompany, campaignId: 'cmp_x', corrections: false, from: '+12085550199' }),
      now: test.clock.now(),
      row: 3,
      price: 0.01,
      linkTo: previewLinks(test.house),
    });
    const [shown] = made.shown ?? [];
    const [confirm = ''] = urlsIn(shown && 'body' in shown ? shown.body : '');
    assert.match(confirm, /\/p\/preview-confirm-x+$/);
    const real = pageUrl(test.house, testCompany, { kind: 'confirm', messageId: 'msg_abcdefghijkm-0-30-sms-0' });
    assert.equal(confirm.length, real.length);
    assert.deepEqual([made.unknownNames, made.rejected ?? {}], [[], {}]);
  });

  it('stand in every part of a mail and in the places of an approved text, whole', () => {
    const definition = readDefinition({
      ...sendNow,
      fields: { ...sendNow.fields, email: 'mail' },
      channels: [
        {
          channel: 'email',
          from: 'a@example.com',
          template: {
            subject: 'Hi',
            text: 'At {{ answerUrl }}',
            html: '<a href="{{ answerUrl }}">Answer</a> <a href="{{ unsubscribeUrl }}">No more</a>',
          },
        },
        { channel: 'whatsapp', template: { whatsapp: { content: 'HX1', variables: { 1: '{{ confirmUrl }}' } } } },
      ],
    });
    const compiled = compileDefinition(definition);
    const bound = bindColumns(definition, ['id', 'name', 'phone', 'mail']);
    assert.ok(bound.kind === 'bound');
    const row = { row: 2, cells: ['P1', 'Ana', '+12085550123', 'ana@example.com'] };
    const [mail, text] = compiled.touches.map((touch) =>
      assemble({
        compiled,
        binding: bound.binding,
        row,
        touch,
        now: '2026-11-02T16:00:00.000Z',
        linkTo: (kind) => `https://x.example/p/${kind}_-`,
      }),
    );
    assert.ok(mail?.kind === 'message' && text?.kind === 'message');
    assert.equal(mail.body, 'At https://x.example/p/answer_-');
    assert.deepEqual(urlsIn(mail.content?.html), ['https://x.example/p/answer_-', 'https://x.example/p/unsubscribe_-']);
    assert.deepEqual(text.content?.variables, { 1: 'https://x.example/p/confirm_-' });
  });

  it('are not for calls, no names of fields, and known when they are misspelt', () => {
    const put = (change: object) => () => readDefinition({ ...sendNow, ...change });
    assert.throws(
      put({ channels: [{ channel: 'voice', template: 'Go to {{ confirmUrl }}' }] }),
      /names \{\{ confirmUrl \}\}, which a call can't show/,
    );
    const filtered = { subject: 'Hi', html: '<a href="{{ answerUrl | upcase }}">x</a>' };
    assert.throws(put({ channels: [{ channel: 'email', template: filtered }] }), /an address must begin in the template/);
    assert.throws(put({ fields: { ...sendNow.fields, cancelUrl: 'link' } }), /fields\.cancelUrl.*take another name for the column/);
    assert.throws(put({ channels: [{ channel: 'sms', template: '{{ confirmurl }}' }] }), /write confirmUrl/);
    assert.throws(put({ replies: { canned: { a: '{{ first name }}' } } }), /replies\.canned\.a/);
  });

  it('wait where nobody has said where people reach them: nothing is rejected', async () => {
    const campaignId = await activeCampaign(test, linked);
    await load(test, campaignId, people(1, { day }));
    test.clock.set('2026-11-03T15:00:00.000Z');
    const [chunk] = await test.house.documents.due(rowChunksOf(campaignId), '9999', 1);
    assert.ok(chunk);
    const nowhere = { ...test.house, publicUrl: '' };
    await assert.rejects(queueRows(nowhere, { path: chunk.path, run: 1 }, causeAt(test)), /set CARILLON_PAGES_URL/);
    assert.deepEqual(await ofType(test, 'TouchRejected'), []);
    await settle(test);
    assert.equal(await assertOwn(), 2);
  });
});

import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { answerReply } from '#app/answer-reply.ts';
import { assignReply } from '#app/assign-reply.ts';
import { listInbox } from '#app/list-inbox.ts';
import { replayReply } from '#app/replay-reply.ts';
import { resolveReply } from '#app/resolve-reply.ts';
import { showReply } from '#app/show-reply.ts';
import { writeBack } from '#app/write-back.ts';
import { readPageToken } from '#app/page-token.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, phoneOf, remind, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, codesOf, countTypes, ofType } from '../support/house-story.ts';

const asking: Definition = {
  ...remind,
  schedule: { offsetDays: [2, 1] },
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, see you {{ appointmentAt | date: "%b %-d" }}. Reply C to confirm.' }],
  replies: {
    confirm: ['C'],
    canned: {
      later: 'We call you tomorrow.',
      when: '{{ firstName }}, {{ appointmentAt | date: "%b %-d at %-I:%M %p" }} at {{ company.name }}: {{ rescheduleUrl }}',
      room: 'You are in room {{ room }}.',
    },
  },
};

const people = (...rows: readonly string[]): string =>
  ['id,name,phone,date,time', ...rows.map((phone, n) => `P${n},Person ${n},${phone},2026-11-04,1${n}:00`), ''].join('\n');

describe('the inbox', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z' });
  });
  afterEach(() => test.close());

  const begin = async (content: string): Promise<void> => {
    await load(test, await activeCampaign(test, asking), content);
    await settle(test);
  };
  const wrote = async (body: string, from = phoneOf(1)): Promise<string> => {
    await test.simulator.control.write({ from, to: asking.from, body });
    await settle(test);
    const received = await ofType(test, 'MessageReceived');
    return received.at(-1)?.data.reply ?? '';
  };

  it('has what nobody understood, until somebody has looked after it', async () => {
    await begin(people(phoneOf(1)));
    const reply = await wrote('who is this?');
    const [entry] = await listInbox(test.house, testCompany);
    assert.deepEqual([entry?.reply, entry?.code, entry?.from, entry?.body], [reply, 'words', phoneOf(1), 'who is this?']);
    assert.deepEqual(await listInbox(test.house, 'co_other'), []);
    await assignReply(test.house, { reply, to: 'Ana' }, causeAt(test));
    await assignReply(test.house, { reply, to: 'Ana' }, causeAt(test));
    assert.equal((await listInbox(test.house))[0]?.assignee, 'Ana');
    assert.deepEqual(await resolveReply(test.house, { reply, by: 'Ana' }, causeAt(test)), { reply, isNew: true });
    assert.deepEqual(await resolveReply(test.house, { reply, by: 'Ana' }, causeAt(test)), { reply, isNew: false });
    assert.deepEqual(await listInbox(test.house), []);
    const { ReplyAssigned, ReplyResolved } = await countTypes(test);
    assert.deepEqual([ReplyAssigned, ReplyResolved], [1, 1]);
    await assert.rejects(assignReply(test.house, { reply, to: 'Bo' }, causeAt(test)), { code: 'reply_resolved' });
    await assert.rejects(resolveReply(test.house, { reply: 'rpl_none', by: 'Ana' }, causeAt(test)), { code: 'reply_unknown' });
  });

  it('lets a person say what was meant, and of which appointment', async () => {
    await begin(people(phoneOf(1), phoneOf(1)));
    const reply = await wrote('C');
    await assert.rejects(resolveReply(test.house, { reply, by: 'Ana', as: 'cancel' }, causeAt(test)), { code: 'message_missing' });
    const [unclear] = await ofType(test, 'ReplyUnclear');
    const [messageId = ''] = unclear?.data.candidates ?? [];
    assert.deepEqual(await resolveReply(test.house, { reply, by: 'Ana', as: 'cancel', messageId }, causeAt(test)), {
      reply,
      isNew: true,
      as: 'cancel',
    });
    const [cancelled] = await ofType(test, 'AppointmentCancelled');
    assert.deepEqual([cancelled?.data.messageId, cancelled?.data.via], [messageId, 'staff']);
    await assert.rejects(resolveReply(test.house, { reply, by: 'Bo', as: 'confirm', messageId }, causeAt(test)), { code: 'reply_read' });
    test.clock.set('2026-11-03T20:00:00.000Z');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { answered: 1 }, 'the other visit is still reminded of');
  });

  it('lets staff write back, in words of their own or ready ones, each once', async () => {
    await begin(people(phoneOf(1)));
    const reply = await wrote('who is this?');
    const write = (requestId: string, more: object) => writeBack(test.house, { reply, by: 'Ana', requestId, ...more }, causeAt(test));
    await write('one', { canned: 'later' });
    await write('one', { canned: 'later' });
    await write('two', { text: 'Dr. Prado, Main St.' });
    await settle(test);
    const sent = (await bodiesTaken(test)).filter((body) => !body.startsWith('Hi '));
    assert.deepEqual(sent, ['Dr. Prado, Main St.', 'We call you tomorrow.']);
    await assert.rejects(write('three', { canned: 'never' }), { code: 'text_missing' });
    await assert.rejects(write('three', { canned: 'room' }), { code: 'field_missing', message: /: room\. Write the words yourself/ });
    const { body, messageId } = await write('four', { canned: 'when' });
    const [asked] = await ofType(test, 'MessageQueued');
    assert.match(body, /^Person 0, Nov 4 at 10:00 AM at Test: http:\S+\/p\/r[\w-]{24}$/);
    assert.equal(readPageToken(body.split('/').at(-1) ?? '')?.messageId, asked && messageIdIn(asked.stream, asked.data));
    assert.match(messageId, /-sms-5000\d$/);
    await write('five', { text: 'Not {{ a template }}' });
    await settle(test);
    assert.ok((await bodiesTaken(test)).includes('Not {{ a template }}'));
    await assert.rejects(write('three', {}), { code: 'text_missing' });
    const { lines } = await showReply(test.house, reply);
    assert.ok(lines.every(({ at }, n) => n === 0 || at >= (lines[n - 1]?.at ?? '')));
    assert.deepEqual(
      lines.map(({ by, words }) => [by, words.slice(0, 12)]).toSorted((one, other) => (String(one) < String(other) ? -1 : 1)),
      [
        ['company', 'Dr. Prado, M'],
        ['company', 'Hi Person 0,'],
        ['company', 'Not {{ a tem'],
        ['company', 'Person 0, No'],
        ['company', 'We call you '],
        ['person', 'who is this?'],
      ],
    );
  });

  it('writes nobody who has opted out', async () => {
    await begin(people(phoneOf(1)));
    const reply = await wrote('Cancel');
    assert.equal((await listInbox(test.house))[0]?.code, 'cancel_word');
    const [withdrawn] = await ofType(test, 'ConsentWithdrawn');
    assert.deepEqual([withdrawn?.data.source, withdrawn?.data.word, withdrawn?.data.ambiguous], ['reply', 'cancel', true]);
    assert.deepEqual(await ofType(test, 'AppointmentCancelled'), []);
    const before = (await countTypes(test))['MessageQueued'];
    const request = { reply, by: 'Ana', requestId: 'x', text: 'Did you mean the visit?' };
    await assert.rejects(writeBack(test.house, request, causeAt(test)), { code: 'opted_out', message: /Nothing was sent: call/ });
    assert.equal((await countTypes(test))['MessageQueued'], before);
  });

  it('parks what can not be read, and reads it again when somebody says so', async () => {
    await begin(people(phoneOf(1)));
    await test.simulator.control.write({ from: phoneOf(1), to: asking.from, body: 'C' });
    const [hint] = takeHints(test, 'reply-received');
    const path = String(hint?.data['path']);
    const broken = {
      ...test.house,
      documents: {
        ...test.house.documents,
        getMany: test.house.documents.getMany,
        get: async (asked: string) => {
          if (asked.startsWith('conversations/')) throw new TypeError('broken');
          return test.house.documents.get(asked);
        },
      },
    } as TestHouse['house'];
    for (let n = 0; n < 8; n++) await answerReply(broken, path, causeAt(test));
    const [parked] = await ofType(test, 'ReplyParked');
    assert.deepEqual([parked?.data.code, parked?.data.attempts], ['TypeError', 8]);
    await settle(test);
    assert.equal((await countTypes(test))['AppointmentConfirmed'], undefined, 'it waits for a person');
    const reply = parked?.data.reply ?? '';
    await replayReply(test.house, { reply, by: 'Ana' }, causeAt(test));
    await assert.rejects(replayReply(test.house, { reply, by: 'Ana' }, causeAt(test)), { code: 'reply_not_parked' });
    await settle(test);
    assert.equal((await countTypes(test))['AppointmentConfirmed'], 1);
  });
});

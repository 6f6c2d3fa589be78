import assert from 'node:assert/strict';
import { chunk, recorded, say } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const events = recorded([
  { stream: chunk, events: [say.row(2), say.row(3), say.row(4), say.row(5)] },
  { stream: chunk, events: [say.queued(2), say.rejected(3), say.skipped(4), say.skipped(5, 'person_limit', null)] },
]);
const tables = projected(events);

describe('decided touches', () => {
  it('are each in one place, with their day', () =>
    assert.deepEqual(
      rowsOf(tables, 'row_outcomes').map((row) => [row['file_row'], row['outcome'], row['code'], row['message_id'], row['day']]),
      [
        [2, 'message', '', 'msg_a-0-2-sms-0', '2026-11-03'],
        [3, 'rejected', 'phone_invalid', null, '2026-11-02'],
        [4, 'skipped', 'duplicate', 'msg_a-0-2-sms-0', '2026-11-02'],
        [5, 'skipped', 'person_limit', null, '2026-11-02'],
      ],
    ));

  it('are counted by what they came to', () =>
    assert.deepEqual(
      rowsOf(tables, 'touch_analytics').map((row) => [row['day'], row['outcome'], row['code'], row['touches'], row['partition_name']]),
      [
        ['2026-11-03', 'message', '', 1, 'bulk-0'],
        ['2026-11-02', 'rejected', 'phone_invalid', 1, 'bulk-0'],
        ['2026-11-02', 'skipped', 'duplicate', 1, 'bulk-0'],
        ['2026-11-02', 'skipped', 'person_limit', 1, 'bulk-0'],
      ],
    ));

  it('that are told in another message name it', () => {
    const joined = projected(recorded([{ stream: chunk, events: [say.queued(2), say.joined(3)] }]));
    assert.deepEqual(
      rowsOf(joined, 'row_outcomes').map((row) => [row['outcome'], row['code'], row['message_id']]),
      [
        ['message', '', 'msg_a-0-2-sms-0'],
        ['joined', '', 'msg_a-0-2-sms-0'],
      ],
    );
    assert.deepEqual(rowsOf(joined, 'failures'), []);
  });

  it('keep the first decision', () => {
    const again = recorded([
      { stream: chunk, events: [say.queued(2)] },
      { stream: chunk, events: [say.queued(2), say.skipped(2)] },
    ]);
    assert.deepEqual(
      rowsOf(projected(again), 'row_outcomes').map((row) => row['outcome']),
      ['message'],
    );
    assert.deepEqual(
      rowsOf(projected(again, { records: 1 }), 'touch_analytics').map((row) => [row['outcome'], row['touches']]),
      [['message', 1]],
    );
  });
});

describe('failures', () => {
  it('say what was wrong, where, and what stood there', () =>
    assert.deepEqual(
      rowsOf(tables, 'failures').map((row) => [
        row['file_row'],
        row['code'],
        row['sentence'],
        row['field'],
        row['value'],
        row['owner_message_id'],
      ]),
      [
        [
          3,
          'phone_invalid',
          'This is not a phone number that can be called. Check its digits and send the row again.',
          'phone',
          '12',
          null,
        ],
        [
          4,
          'duplicate',
          'The same person was already to be reminded of this on that day, so no second message was made.',
          null,
          null,
          'msg_a-0-2-sms-0',
        ],
        [5, 'person_limit', 'This person has had as many messages as the campaign allows for a day.', null, null, null],
      ],
    ));

  it('forget what stood there with its packet, and cut what is far too long', () => {
    const { private: _gone, ...forgotten } = say.rejected(2);
    const long = { ...say.rejected(3), private: { value: `${'x'.repeat(499)}🎉${'y'.repeat(1_000_000)}` } };
    const rows = rowsOf(projected(recorded([{ stream: chunk, events: [forgotten, long] }])), 'failures');
    assert.deepEqual(
      rows.map((row) => row['value']),
      [null, 'x'.repeat(499)],
    );
  });
});

import assert from 'node:assert/strict';
import { touchesOf } from '#domain/campaign/touches.ts';
import { reminder } from '../../support/campaigns.ts';

describe('the touches of a row', () => {
  it('are its channels times their offsets', () => {
    assert.deepEqual(touchesOf(reminder), [{ channel: 'sms', offset: 0, offsetDays: 2 }]);
    assert.deepEqual(touchesOf({ ...reminder, schedule: { offsetDays: [7, 1] } }), [
      { channel: 'sms', offset: 0, offsetDays: 7 },
      { channel: 'sms', offset: 1, offsetDays: 1 },
    ]);
    assert.deepEqual(touchesOf({ ...reminder, schedule: 'now' }), [{ channel: 'sms', offset: 0 }]);
  });

  it('have places of their own where a channel is named twice', () => {
    const channels = [...reminder.channels, { channel: 'sms' as const, template: 'Now', schedule: 'now' as const }];
    assert.deepEqual(touchesOf({ ...reminder, channels }), [
      { channel: 'sms', offset: 0, offsetDays: 2 },
      { channel: 'sms', offset: 1 },
    ]);
  });
});

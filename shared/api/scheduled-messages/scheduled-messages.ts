import type { Resource } from '../resource.ts';
import { cancelScheduled, editScheduled } from './change-scheduled.ts';
import { getScheduled, listScheduled } from './read-scheduled.ts';

export const scheduledMessages: Resource = {
  name: 'Scheduled messages',
  description: 'Messages whose request named a time from which they go (`starts_at`): shown, moved and called off until then.',
  operations: [listScheduled, getScheduled, editScheduled, cancelScheduled],
  errors: {
    scheduled_unknown: {
      status: 404,
      title: 'There are no such messages that go later',
      words: 'No request of this company that named a time has this id.',
    },
    scheduled_started: {
      status: 409,
      title: 'Their time has come',
      words: 'Nothing of the request waits for its time any more: call off what is not sent yet message by message.',
    },
    scheduled_canceled: { status: 409, title: 'They were called off', words: 'Send them anew.' },
  },
};

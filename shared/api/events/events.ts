import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { messages } from '../messages/messages.ts';
import type { Resource } from '../resource.ts';
import { listEvents } from './list-events.ts';

export const events: Resource = {
  name: 'Events',
  description: 'The log of what happened, for whoever asks instead of being called.',
  operations: [listEvents],
  errors: {
    ...borrowedErrors(messages.errors, 'message_unknown'),
  },
};

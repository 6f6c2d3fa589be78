import type { Resource } from '../resource.ts';
import { addEndpoint } from './add-endpoint.ts';
import { editEndpoint } from './edit-endpoint.ts';
import { getAttempt } from './get-attempt.ts';
import { getEndpoint } from './get-endpoint.ts';
import { listAttempts } from './list-attempts.ts';
import { listEndpoints } from './list-endpoints.ts';
import { removeEndpoint } from './remove-endpoint.ts';
import { replayEvents } from './replay-events.ts';
import { rotateSecret } from './rotate-secret.ts';
import { testEndpoint } from './test-endpoint.ts';
import { webhookTypes } from './webhook-types.ts';

export const webhookEndpoints: Resource = {
  name: 'Webhook endpoints',
  description:
    'Where you hear of events: posted as JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) says, at least once and in no order. An answer of 2xx within 15 seconds takes an event; all else is tried again for three days.',
  operations: [
    addEndpoint,
    listEndpoints,
    getEndpoint,
    editEndpoint,
    removeEndpoint,
    rotateSecret,
    testEndpoint,
    listAttempts,
    getAttempt,
    replayEvents,
  ],
  webhooks: webhookTypes,
  errors: {
    webhook_endpoint_unknown: {
      status: 404,
      title: 'There is no such endpoint',
      words: 'No webhook endpoint of this company has this id.',
    },
    webhook_attempt_unknown: { status: 404, title: 'There is no such attempt', words: 'Attempts are kept for thirty days.' },
    webhook_event_unknown: {
      status: 404,
      title: 'This event was never tried there',
      words: 'Attempts are kept for thirty days: list them.',
    },
    webhook_url_refused: {
      status: 400,
      title: 'This address is not called',
      words: 'Name an https address that is reached from the Internet.',
    },
    event_type_unknown: {
      status: 400,
      title: 'There is no such event',
      words: 'Name a type that /docs lists, a kind like message.*, or *.',
    },
    webhook_endpoint_disabled: {
      status: 409,
      title: 'The endpoint is disabled',
      words: 'Enable it first: PATCH it with "status": "enabled".',
    },
    webhook_endpoints_too_many: {
      status: 409,
      title: 'Too many endpoints',
      words: 'A company has up to 16 webhook endpoints: remove one, or let one hear more.',
    },
    secret_overlap_too_long: {
      status: 400,
      title: 'That is too long',
      words: 'The old secret may sign for up to seven days beside the new one.',
    },
    webhooks_unavailable: { status: 503, title: 'This house calls nobody', words: 'It was opened without a way out.' },
  },
};

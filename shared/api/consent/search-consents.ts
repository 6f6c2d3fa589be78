import { z } from '@hono/zod-openapi';
import { showConsent } from '#app/show-consent.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { ledgerJson, ledgerLine, standing, standingJson, throughChannel, to } from './consent-schemas.ts';

export const searchConsents = operation({
  id: 'searchConsents',
  method: 'post',
  changesNothing: true,
  path: '/v1/consents/search',
  summary: 'What one contact point has said about messages',
  description:
    'The ledger of the contact point, and what stops messages to it now, from the log itself. The number or address goes in the body, so that it stands in no address and no log.',
  looksAt: 'person',
  scope: 'consent:read',
  body: z.strictObject({
    to,
    channel: throughChannel,
    limit: z.int().min(1).max(100).default(50),
    starting_after: pageQuery.starting_after,
  }),
  answers: {
    200: {
      description: 'How it stands, and the ledger',
      schema: z
        .object({
          object: z.literal('consent_search'),
          to: z.string(),
          standing: z.array(standing),
          ledger: z.array(ledgerLine).meta({ description: 'Newest first' }),
          has_more: z.boolean(),
        })
        .openapi('ConsentSearch'),
    },
  },
  example: {
    body: { to: '+12085550123' },
    answer: {
      object: 'consent_search',
      to: '+12085550123',
      standing: [{ family: 'sms', is_out: true, is_out_everywhere: false }],
      ledger: [
        {
          object: 'consent_entry',
          id: 'req_1/0',
          at: '2026-11-29T17:04:00.000Z',
          kind: 'withdrawn',
          family: 'sms',
          source: 'reply',
          scope: 'channel',
          word: 'STOP',
          said: 'STOP',
        },
      ],
      has_more: false,
    },
  },
  run: async ({ house, caller, body }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const { to: point, channel, limit, starting_after: after } = body;
    const { contactPoint, standing: stands, ledger } = await showConsent(house, { companyId, channel, to: point, reach });
    const page = pageOf(ledger, ({ id }) => id, { limit, starting_after: after });
    return {
      status: 200,
      body: {
        object: 'consent_search',
        to: contactPoint,
        standing: stands.map(standingJson),
        ledger: page.items.map(ledgerJson),
        has_more: page.hasMore,
      },
    };
  },
});

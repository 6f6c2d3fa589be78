import { z } from 'zod';
import { listWebhooks, replayWebhook } from '#app/retry-webhook.ts';
import { webhookId } from '#domain/kernel/ids.ts';
import type { OpenHouse } from './open-house.ts';

const list = { input: z.object({}), run: ({ house }: OpenHouse) => listWebhooks(house) };

const replay = {
  input: z.object({ webhook: webhookId, by: z.string().trim().min(1).max(100) }),
  run: async ({ house }: OpenHouse, input: { webhook: string; by: string }) => {
    const id = `req_${crypto.randomUUID().replaceAll('-', '')}`;
    await replayWebhook(house, input, { id, now: house.clock.now() });
    return input;
  },
};

/** Signed requests of providers that nothing could be made of when they came. */
export const webhookCommands = { 'list-webhooks': list, 'replay-webhook': replay };

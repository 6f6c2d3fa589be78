import { z } from 'zod';
import { callWebhooks } from '#app/call-webhooks.ts';
import { onEvent } from './door.ts';

/** Something is due at a customer's endpoint. */
export default onEvent(z.object({ endpointId: z.string().min(1) }), ({ endpointId }, { house }) => callWebhooks(house, endpointId));

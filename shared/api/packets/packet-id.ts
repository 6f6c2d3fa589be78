import { z } from '@hono/zod-openapi';

/** Any short text: what can be no id is answered like one that nobody knows. */
export const packetIdText = z.string().min(1).max(200).openapi({ description: "a packet's id", example: 'pkt_h7k2m9qxw3np' });

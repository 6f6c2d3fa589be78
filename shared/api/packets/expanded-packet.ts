import { z } from '@hono/zod-openapi';
import { showPacket } from '#app/show-packet.ts';
import type { Expansion } from '../conventions/expand.ts';
import { packetIdText } from './packet-id.ts';
import { packet, packetJson } from './packet-schema.ts';

/** Where a packet's id stands that `expand=packet` shows whole. */
export const expandablePacket = z
  .union([packetIdText, packet])
  .meta({ description: 'the packet that it came with: its id; with `expand=packet` the whole' });

export const packetExpansion: Expansion = {
  scope: 'packets:read',
  kind: 'packet',
  read: async ({ house, caller: { companyId } }, packetId) => packetJson(await showPacket(house, { companyId, packetId })),
};

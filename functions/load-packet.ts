import { z } from 'zod';
import { loadPacket } from '#app/load-packet.ts';
import { packetId } from '#domain/kernel/ids.ts';
import { onEvent } from './door.ts';

/** A packet was accepted, or its loading goes on. */
export default onEvent(z.object({ packetId }), ({ packetId }, { house, cause }) => loadPacket(house, packetId, cause));

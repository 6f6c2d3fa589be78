import { placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import type { parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';

/**
 * Whose message it is, by the log: also of one that belongs to no packet, as texts about consent do. Undefined: no message of that id was ever queued.
 */
export const companyOfMessage = async (
  { store }: Pick<House, 'store'>,
  { packetId, chunk, place }: NonNullable<ReturnType<typeof parseMessageId>>,
): Promise<string | undefined> => {
  const { events } = await store.read(chunkStream(packetId, chunk));
  const key = placeKeyOf(place);
  return events.find(({ type, data }) => type === 'MessageQueued' && placeKeyOf(data) === key)?.companyId;
};

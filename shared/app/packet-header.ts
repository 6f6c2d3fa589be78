import type { RecordedEvent } from '#domain/catalogue.ts';
import { keyScopeOf, packetStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';
import { remembered } from './remembered.ts';

const headers = new WeakMap<House, ReturnType<typeof remembered<readonly string[]>>>();

const headerIn = (event: RecordedEvent): readonly string[] | undefined =>
  event.type === 'PacketLoaded' || event.type === 'PacketFailed' ? event.private?.header : undefined;

/** The names of a packet's columns; undefined while it is not loaded, and when its people were forgotten. */
export const packetHeader = async (house: House, packetId: string): Promise<readonly string[] | undefined> => {
  const memory = headers.get(house) ?? remembered<readonly string[]>(200);
  headers.set(house, memory);
  const known = memory.get(packetId);
  if (known) return known;
  const { events } = await house.store.read(packetStream(packetId));
  const header = events.map(headerIn).find((names) => names !== undefined);
  return header && memory.keep(packetId, header);
};

/** What identifies people stands in working documents sealed under the packet's key. Undefined when that was destroyed. */
export const sealText = async ({ vault }: House, packetId: string, text: string): Promise<string | undefined> => {
  const key = await vault.keyFor(keyScopeOf(packetStream(packetId)));
  return key?.seal(Buffer.from(text)).toString('base64');
};

export const openText = async ({ vault }: House, packetId: string, sealed: string | undefined): Promise<string | undefined> => {
  if (sealed === undefined) return undefined;
  const key = await vault.existingKey(keyScopeOf(packetStream(packetId)));
  return key?.open(Buffer.from(sealed, 'base64')).toString();
};

/** In a file without a header its first line is a person: working documents hold it sealed. */
export const sealHeader = (house: House, packetId: string, header: readonly string[]): Promise<string | undefined> =>
  sealText(house, packetId, JSON.stringify(header));

export const openHeader = async (house: House, packetId: string, sealed: string | undefined): Promise<readonly string[] | undefined> => {
  const text = await openText(house, packetId, sealed);
  return text === undefined ? undefined : (JSON.parse(text) as string[]);
};

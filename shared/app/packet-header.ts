import type { Definition } from '#domain/campaign/definition.ts';
import { withMapping, type Mapping } from '#domain/campaign/mapping.ts';
import type { RecordedEvent } from '#domain/catalogue.ts';
import { keyScopeOf, packetStream } from '#domain/kernel/streams.ts';
import { bindColumns, type Bound } from '#domain/message/columns.ts';
import type { House } from './house.ts';
import { remembered } from './remembered.ts';

type Columns = Readonly<{ header: readonly string[]; mapping?: Mapping | undefined }>;

const columns = new WeakMap<House, ReturnType<typeof remembered<Columns>>>();

const columnsIn = (event: RecordedEvent): Columns | undefined => {
  if (event.type !== 'PacketLoaded' && event.type !== 'PacketFailed') return undefined;
  const { header, mapping } = event.private ?? {};
  return header && { header, mapping };
};

const packetColumns = async (house: House, packetId: string): Promise<Columns | undefined> => {
  const memory = columns.get(house) ?? remembered<Columns>(200);
  columns.set(house, memory);
  const known = memory.get(packetId);
  if (known) return known;
  const { events } = await house.store.read(packetStream(packetId));
  const found = events.map(columnsIn).find((one) => one !== undefined);
  return found && memory.keep(packetId, found);
};

/** The names of a packet's columns; undefined while it is not loaded, and when its people were forgotten. */
export const packetHeader = async (house: House, packetId: string): Promise<readonly string[] | undefined> =>
  (await packetColumns(house, packetId))?.header;

/** How the columns of a packet's file were read, where it was loaded. */
export const packetMapping = async (
  house: House,
  packetId: string,
): Promise<Readonly<{ loaded: boolean; mapping?: Mapping | undefined }>> => {
  const found = await packetColumns(house, packetId);
  return found ? { loaded: true, mapping: found.mapping } : { loaded: false };
};

/** A packet's columns as this definition reads them, by the mapping that it was loaded with; undefined where there is no header. */
export const bindPacket = async (house: House, packetId: string, definition: Definition): Promise<Bound | undefined> => {
  const found = await packetColumns(house, packetId);
  return found && bindColumns(withMapping(definition, found.mapping), found.header);
};

/** What the packet's own file calls each name that templates may use: a source's columns are rarely those that the campaign names. */
export const packetColumnNames = async (house: House, packetId: string, definition: Definition): Promise<ReadonlyMap<string, string>> => {
  const { header = [], mapping } = (await packetColumns(house, packetId)) ?? {};
  const { fields } = withMapping(definition, mapping);
  const bound = bindColumns({ ...definition, fields }, header);
  if (bound.kind === 'unbound') return new Map(Object.entries(fields));
  return new Map(bound.binding.sources.map(({ name, index }) => [name, header[index]?.trim() ?? name]));
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

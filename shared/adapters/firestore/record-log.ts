import type { FirestoreConnection } from './connection.ts';
import { timeOfVersion, type Stored, type Write } from './proto.ts';

/** What a commit record says about itself, without its events. */
export type RecordHead = Readonly<{ seq: number; streams: readonly string[]; ids: readonly string[] }>;
export type RecordBody = Readonly<{ seq: number; blob: Buffer; version: number }>;

const digits = 12;
const page = 50;
const maxPageBytes = 8_000_000;
const collectionOf = (partition: string): string => `log/${partition}`;
const pathOf = (partition: string, seq: number): string => `${collectionOf(partition)}/commits/${String(seq).padStart(digits, '0')}`;

const valueOf = (stored: Stored, field: string, kind: string): unknown => stored.fields[field]?.[kind];
const seqOf = (stored: Stored): number => Number(valueOf(stored, 'seq', 'integerValue'));
const textsOf = (stored: Stored, field: string): readonly string[] => {
  const list = valueOf(stored, field, 'arrayValue') as { values?: { stringValue: string }[] } | undefined;
  return (list?.values ?? []).map(({ stringValue }) => stringValue);
};

const headOf = (stored: Stored): RecordHead => ({ seq: seqOf(stored), streams: textsOf(stored, 'streams'), ids: textsOf(stored, 'ids') });
const bodyOf = (stored: Stored): RecordBody => {
  const bytes = valueOf(stored, 'blob', 'bytesValue') as Uint8Array;
  return { seq: seqOf(stored), blob: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), version: stored.version };
};

const seqField = { fieldPath: 'seq' };
const from = [{ collectionId: 'commits' }];
const selecting = (...fields: readonly string[]) => ({ select: { fields: fields.map((fieldPath) => ({ fieldPath })) } });
const behind = (seq: number) => ({ fieldFilter: { field: seqField, op: 'GREATER_THAN', value: { integerValue: seq } } });
const withStream = (stream: string) => ({
  fieldFilter: { field: { fieldPath: 'streams' }, op: 'ARRAY_CONTAINS', value: { stringValue: stream } },
});
const both = (...filters: readonly object[]) => ({ compositeFilter: { op: 'AND', filters } });
const upwards = [{ field: seqField, direction: 'ASCENDING' }];
const downwards = [{ field: seqField, direction: 'DESCENDING' }];

const listOf = (texts: readonly string[]) => ({ arrayValue: { values: texts.map((stringValue) => ({ stringValue })) } });

/** The commit records of `log/{partition}/commits/{seq}`. */
export const recordLog = (connection: FirestoreConnection, partition: string) => {
  const query = (structuredQuery: object, maxBytes?: number) =>
    connection.query({ parent: collectionOf(partition), structuredQuery: { from, ...structuredQuery }, ...(maxBytes && { maxBytes }) });
  const heads = async (structuredQuery: object): Promise<readonly Stored[]> => (await query(structuredQuery)).found;
  return {
    pathAt: (seq: number): string => pathOf(partition, seq),
    /** Fails where there is a record of that seq. */
    creation: ({ seq, streams, ids }: RecordHead, blob: Buffer): Write => ({
      update: {
        name: pathOf(partition, seq),
        fields: { seq: { integerValue: seq }, streams: listOf(streams), ids: listOf(ids), blob: { bytesValue: blob } },
      },
      currentDocument: { exists: false },
    }),
    tail: async (): Promise<number> => {
      const [last] = await heads({ ...selecting('seq'), orderBy: downwards, limit: { value: 1 } });
      return last ? seqOf(last) : 0;
    },
    /** Position of the last record that has the stream, 0 when there is none. */
    lastOf: async (stream: string): Promise<number> => {
      const [last] = await heads({ ...selecting('seq'), where: withStream(stream), orderBy: downwards, limit: { value: 1 } });
      return last ? seqOf(last) : 0;
    },
    /** The newest records behind `seq`, oldest first: without a gap to it unless there are more than `limit`. */
    newest: async (seq: number, limit: number): Promise<readonly RecordHead[]> => {
      const found = await heads({ ...selecting('seq', 'streams', 'ids'), where: behind(seq), orderBy: downwards, limit: { value: limit } });
      return found.map(headOf).reverse();
    },
    headAt: async (seq: number): Promise<RecordHead | undefined> => {
      const [found] = await connection.getMany([pathOf(partition, seq)], ['seq', 'streams', 'ids']);
      return found && headOf(found);
    },
    bodyAt: async (seq: number): Promise<RecordBody | undefined> => {
      const [found] = await connection.getMany([pathOf(partition, seq)], ['seq', 'blob']);
      return found && bodyOf(found);
    },
    /** Records behind `seq` in order: some at least where there are any. */
    bodiesAfter: async (seq: number, limit: number, maxBytes: number): Promise<readonly RecordBody[]> =>
      (await query({ ...selecting('seq', 'blob'), where: behind(seq), orderBy: upwards, limit: { value: limit } }, maxBytes)).found.map(
        bodyOf,
      ),
    /** Records behind `after` that have the stream, in order. */
    bodiesOf: async (stream: string, after: number): Promise<Readonly<{ bodies: readonly RecordBody[]; isLast: boolean }>> => {
      const where = after > 0 ? both(withStream(stream), behind(after)) : withStream(stream);
      const { found, isCut } = await query({ ...selecting('seq', 'blob'), where, orderBy: upwards, limit: { value: page } }, maxPageBytes);
      return { bodies: found.map(bodyOf), isLast: !isCut && found.length < page };
    },
    /** Puts another blob in the place of the one that was read; fails where somebody else has done so since. */
    replacement: (seq: number, version: number, blob: Buffer): Write => ({
      update: { name: pathOf(partition, seq), fields: { blob: { bytesValue: blob } } },
      updateMask: ['blob'],
      currentDocument: { updateTime: timeOfVersion(version) },
    }),
  };
};

export type RecordLog = ReturnType<typeof recordLog>;

import assert from 'node:assert/strict';
import { zstdDecompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import type { Event } from '#domain/kernel/event.ts';
import { decodeRecord, encodeRecord, erasePrivateParts, holdsAppend } from '#log/commit-record.ts';
import { prepareAppend } from '#log/prepared-append.ts';
import type { Append } from '#ports/event-store.ts';
import { appendTo, companyId, queued, reported } from '../support/log-events.ts';
import { memoryVault } from '../support/vault.ts';

const at = { partition: 'bulk-1', position: 7 };
const vault = memoryVault();

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.tuple(fc.nat(), fc.string({ unit: 'binary' })).map(([row, body]) => queued(row, { to: '', body })),
  fc.nat().map((row) => reported(row)),
  fc.jsonValue().map((data) => ({ type: 'PacketLoaded', data: { data } })),
);
const append: fc.Arbitrary<Append> = fc
  .record({
    stream: fc.constantFrom('chunk-pkt_a-1', 'chunk-pkt_a-11', 'chunk-pkt_b-1', 'packet-pkt_a', 'contact-ct_1', 'contact-ct_"\\'),
    by: fc.oneof(fc.constantFrom('c', 'c1'), fc.string()),
    events: fc.array(event, { minLength: 1, maxLength: 5 }),
  })
  .map(({ stream, ...rest }) => appendTo(stream, rest));
const appends = fc.array(append, { minLength: 1, maxLength: 8 });

const prepareAll = (all: readonly Append[]) => Promise.all(all.map((one) => prepareAppend(one, vault)));
/** -0 is 0 in JSON. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const recorded = ({ stream, events, cause: { id, now } }: Append) =>
  events.map((one, n) =>
    asJson({ ...one, id: `${id}/${n}`, version: 1, stream, ...at, companyId, occurredAt: now, cause: id, correlation: id }),
  );

describe('a commit record', () => {
  it('gives back the events that it was made of, all or those of one stream', async () => {
    const property = fc.asyncProperty(appends, async (all) => {
      const blob = encodeRecord(await prepareAll(all));
      assert.deepEqual(await decodeRecord(blob, at, vault), all.flatMap(recorded));
      for (const { stream } of all) {
        const own = all.filter((one) => one.stream === stream).flatMap(recorded);
        assert.deepEqual(await decodeRecord(blob, at, vault, stream), own);
      }
      assert.deepEqual(await decodeRecord(blob, at, vault, 'chunk-pkt_a-'), []);
    });
    await fc.assert(property);
  });
  it('knows which appends it holds', async () => {
    const property = fc.asyncProperty(appends, append, async (all, stranger) => {
      const blob = encodeRecord(await prepareAll(all));
      for (const prepared of await prepareAll(all.map((one) => ({ ...one, cause: { ...one.cause, now: 'later' } }))))
        assert.ok(holdsAppend(blob, prepared));
      const said = ({ stream, cause, events }: Append) => asJson([stream, cause.id, events.map(({ type, data }) => [type, data])]);
      const [prepared] = await prepareAll([stranger]);
      const expected = all.some((one) => JSON.stringify(said(one)) === JSON.stringify(said(stranger)));
      assert.equal(prepared && holdsAppend(blob, prepared), expected);
    });
    await fc.assert(property);
  });
  it('loses the private parts that are named, and nothing else', async () => {
    const property = fc.asyncProperty(appends, fc.infiniteStream(fc.boolean()), async (all, coins) => {
      const blob = encodeRecord(await prepareAll(all));
      const before = await decodeRecord(blob, at, vault);
      const named = new Set(before.map(({ id }) => id).filter(() => coins.next().value));
      const after = await decodeRecord(await erasePrivateParts(blob, named, vault), at, vault);
      assert.deepEqual(
        after,
        before.map(({ private: part, ...rest }) => (part === undefined || named.has(rest.id) ? rest : { ...rest, private: part })),
      );
    });
    await fc.assert(property);
  });
  it('can not be changed unseen where it is sealed', async () => {
    const blob = encodeRecord(await prepareAll([appendTo('chunk-pkt_a-1', { events: [queued(1)] })]));
    for (const place of [1, 20, 30]) {
      const changed = Buffer.from(blob);
      changed.writeUInt8(changed.readUInt8(changed.length - place) ^ 1, changed.length - place);
      await assert.rejects(decodeRecord(changed, at, vault));
    }
  });
  it('is opened by its own key alone, and shows its history without', async () => {
    const blob = encodeRecord(await prepareAll([appendTo('chunk-pkt_a-1', { events: [queued(1)] })]));
    await assert.rejects(decodeRecord(blob, at, memoryVault()));
    const [event] = await decodeRecord(blob, at, { existingKey: async () => undefined });
    assert.deepEqual([event?.data, event && 'private' in event], [queued(1).data, false]);
    assert.deepEqual((await erasePrivateParts(blob, new Set(), { existingKey: async () => undefined })).length < blob.length, true);
  });
  it('has no private part outside of what is sealed', async () => {
    const blob = encodeRecord(
      await prepareAll([appendTo('chunk-pkt_a-1', { events: [queued(1, { to: '+12085550123', body: 'tooth' })] })]),
    );
    const plain = zstdDecompressSync(blob.subarray(5, 5 + blob.readUInt32BE(1))).toString();
    assert.match(plain, /MessageQueued/);
    assert.doesNotMatch(plain, /2085550123|tooth/);
  });
  it('of a format that nobody knows yet is not read', async () => {
    const blob = encodeRecord(await prepareAll([appendTo('chunk-pkt_a-1')]));
    blob.writeUInt8(2, 0);
    await assert.rejects(decodeRecord(blob, at, vault), /format 2/);
  });
  it('of 200 messages is small', async () => {
    const events = Array.from({ length: 200 }, (_, n) => queued(n + 1));
    const blob = encodeRecord(await prepareAll([appendTo('chunk-pkt_a-1', { events })]));
    assert.ok(blob.length < 200 * 40, `${blob.length} bytes`);
  });
});

import { z } from 'zod';
import type { EventOf } from '../kernel/event.ts';
import { eventSchema, privateEventSchema } from '../kernel/event-schema.ts';
import { campaignId, instant, packetId } from '../kernel/ids.ts';

/** What a packet's rows came with: left out, a file; a request that brought them itself, for messages that go at once; or a list that was kept. */
export const packetSource = z.enum(['request', 'list']);

/**
 * A file became a packet, or the rows of a request or a list did. Its name may hold a person's name, so it is private; a request has its reference
 * there, a list its name, and neither has path nor md5. `version` counts other contents under the same name.
 */
export const PacketAccepted = privateEventSchema('PacketAccepted', 1, {
  data: z.object({
    packetId,
    campaignId,
    md5: z.string(),
    bytes: z.int().min(0),
    generation: z.int().min(0),
    version: z.int().min(1),
    source: packetSource.optional(),
    /** the packet of which it corrects rows */
    fixes: packetId.optional(),
    /** what it has no more than the full list before is canceled; left out, it tells what is new */
    list: z.enum(['full']).optional(),
    /** its messages go from then on; left out: when the campaign says */
    startsAt: instant.optional(),
    /** who dropped it, or ran its loading again: staff; left out where nobody said so */
    acceptedBy: z.string().min(1).optional(),
  }),
  private: z.object({ path: z.string(), fileName: z.string() }),
});
/** What was understood of the file: formats and counts. */
const understood = z.object({
  format: z.enum(['delimited', 'json', 'json_lines', 'xlsx', 'xls', 'ods']),
  container: z.enum(['gzip', 'zip']).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.enum(['comma', 'tab', 'semicolon', 'pipe']).optional(),
  columns: z.int().min(0),
  hiddenColumns: z.int().min(0).optional(),
  otherSheets: z.int().min(0).optional(),
});
export type UnderstoodFile = z.output<typeof understood>;
/** What was left out or mended while reading, as counts by code. */
const notes = z.record(z.string(), z.int().min(0));

/** field → column, where the campaign had a mapping for the file's source: its rows are read so for ever. */
const mapping = z.record(z.string(), z.string());

/** Every row of the file stands in the log. The header is private: a file without one has a person in its first line. */
export const PacketLoaded = privateEventSchema('PacketLoaded', 1, {
  data: z.object({
    packetId,
    campaignId,
    rows: z.int().min(0),
    chunks: z.int().min(0),
    understood: understood.optional(),
    notes: notes.optional(),
  }),
  private: z.object({ header: z.array(z.string()), sheet: z.string().optional(), mapping: mapping.optional() }),
});
/** The file can't be used; `message` says what to do, and may name its columns. */
export const PacketFailed = privateEventSchema('PacketFailed', 1, {
  data: z.object({ packetId, campaignId, code: z.string(), rows: z.int().min(0) }),
  private: z.object({ message: z.string(), header: z.array(z.string()).optional(), mapping: mapping.optional() }),
});

/** A full list lacks more of the one before than is canceled without a person: `vanished` of them, at least, while it has `relisted`. */
export const PacketHeld = eventSchema(
  'PacketHeld',
  1,
  z.object({ packetId, campaignId, vanished: z.int().min(0), relisted: z.int().min(0) }),
);
/** A person has looked: what vanished is canceled. */
export const PacketConfirmed = eventSchema('PacketConfirmed', 1, z.object({ packetId, campaignId, confirmedBy: z.string().min(1) }));
/** A full list was compared with the one before; what vanished is sent no more. */
export const PacketCompared = eventSchema(
  'PacketCompared',
  1,
  z.object({ packetId, campaignId, vanished: z.int().min(0), relisted: z.int().min(0) }),
);

const by = z.string().min(1).max(100).optional();
/** Messages that a request wanted to go from a later time on are to go from another one on. */
export const PacketRescheduled = eventSchema('PacketRescheduled', 1, z.object({ packetId, campaignId, startsAt: instant, by }));
/** They are not to go at all: each touch of it that nobody has taken yet is skipped. */
export const PacketCanceled = eventSchema('PacketCanceled', 1, z.object({ packetId, campaignId, by }));

/** One record of a file, in its chunk's stream. `row` is the number that a spreadsheet shows; a `fault` makes it unusable. */
export const RowLoaded = privateEventSchema('RowLoaded', 1, {
  data: z.object({ row: z.int().min(1), fault: z.string().optional() }),
  private: z.object({ cells: z.array(z.string()) }),
});

export const packetEvents = [
  PacketAccepted,
  PacketLoaded,
  PacketFailed,
  PacketHeld,
  PacketConfirmed,
  PacketCompared,
  PacketRescheduled,
  PacketCanceled,
  RowLoaded,
] as const;
export type PacketEvent = EventOf<(typeof packetEvents)[number]>;

import type { Event } from '#domain/kernel/event.ts';
import { campaignStream, chunkStream, companyStream, packetStream } from '#domain/kernel/streams.ts';

/** A log as the line writes it: what a run of messages leaves behind, in the sizes and the order of its commits. */
export type LogAppend = Readonly<{ stream: string; events: readonly Event[] }>;

export const benchCompany = 'co_bench';
const campaignId = 'cmp_bench';
const now = '2026-11-02T15:00:00.000Z';
const rowsPerChunk = 500;
const chunksPerPacket = 20;
const perQueueCommit = 200;
const perSendCommit = 50;
/** groups of 50 that are sent before the first report of a group arrives, and before its last one */
const lag = { sent: 10, delivered: 30 };

const account = { provider: 'twilio', accountId: 'AC0123456789abcdef0123456789abcdef' };
const place = (row: number) => ({ row, channel: 'sms' as const, offset: 0 });
const reference = (row: number) => `SM${row.toString(16).padStart(32, '0')}`;
const phone = (row: number) => `+1208555${String(row % 10_000).padStart(4, '0')}`;

const loaded = (row: number): Event => ({
  type: 'RowLoaded',
  data: { row },
  private: { cells: [String(29_000_000 + row), 'Sandra', 'Gomes', phone(row), 'Dr. Helena Prado', '2026-11-04', '12:45', ''] },
});

const queued = (row: number): Event => ({
  type: 'MessageQueued',
  data: {
    ...place(row),
    campaignId,
    version: 1,
    run: 1,
    from: '+12085550199',
    sendAt: now,
    validUntil: '2026-11-04T20:15:00.000Z',
    segments: 1,
    claim: `claim-${row}-abcdefghij`,
  },
  private: {
    to: phone(row),
    body: `Hi Sandra, you see Dr. Helena Prado on Wed Nov 4 at ${(row % 9) + 1}:45 PM. Reply C to confirm, R to change, X if you can't come. STOP to opt out.`,
  },
});

const sending = (row: number): Event => ({ type: 'MessageSending', data: { ...place(row), campaignId, ...account, attempt: 1 } });
const sent = (row: number): Event => ({
  type: 'MessageSent',
  data: { ...place(row), campaignId, ...account, reference: reference(row), segments: 1, price: '0.0079', currency: 'USD' },
});
const report =
  (status: 'sent' | 'delivered') =>
  (row: number): Event => ({
    type: 'DeliveryReported',
    data: { ...place(row), ...account, reference: reference(row), status },
  });

const rowsFrom = (first: number, count: number): readonly number[] => Array.from({ length: count }, (_, n) => first + n);

/** Events of a span of rows, cut where another chunk begins: a commit belongs to one stream. */
function* spans(packetId: string, size: number, eventOf: (row: number) => Event): Generator<LogAppend> {
  for (let chunk = 0; chunk < chunksPerPacket; chunk++)
    for (let at = 0; at < rowsPerChunk; at += size)
      yield {
        stream: chunkStream(packetId, chunk),
        events: rowsFrom(2 + chunk * rowsPerChunk + at, Math.min(size, rowsPerChunk - at)).map(eventOf),
      };
}

function* sends(packetId: string): Generator<LogAppend> {
  const of = (eventOf: (row: number) => Event): readonly LogAppend[] => [...spans(packetId, perSendCommit, eventOf)];
  const [intents, results, reports, deliveries] = [of(sending), of(sent), of(report('sent')), of(report('delivered'))] as const;
  for (let group = 0; group < intents.length + lag.delivered; group++)
    for (const append of [intents[group], results[group], reports[group - lag.sent], deliveries[group - lag.delivered]])
      if (append) yield append;
}

const messagesPerPacket = rowsPerChunk * chunksPerPacket;
export const eventsPerMessage = 6;

function* packet(number: number): Generator<LogAppend> {
  const packetId = `pkt_bench${number}`;
  yield {
    stream: packetStream(packetId),
    events: [
      {
        type: 'PacketAccepted',
        data: { packetId, campaignId, md5: '0'.repeat(32), bytes: 1, generation: 1, version: 1 },
        private: { path: 'appointments.csv', fileName: 'appointments.csv' },
      },
    ],
  };
  yield* spans(packetId, rowsPerChunk, loaded);
  yield {
    stream: packetStream(packetId),
    events: [
      { type: 'PacketLoaded', data: { packetId, campaignId, rows: messagesPerPacket, chunks: chunksPerPacket }, private: { header: [] } },
    ],
  };
  yield* spans(packetId, perQueueCommit, queued);
  yield* sends(packetId);
}

const definition = {
  name: 'Appointment reminder',
  from: '+12085550199',
  timezone: 'America/Boise',
  fields: { phone: 'phone' },
  channels: [{ channel: 'sms', template: 'Hi' }],
  schedule: 'now',
};

/** Packets of 10,000 rows, each loaded, queued, sent and reported before the next one arrives. */
export function* messageLog(packets: number): Generator<LogAppend> {
  yield {
    stream: companyStream(benchCompany),
    events: [{ type: 'CompanyRegistered', data: { companyId: benchCompany, name: 'Bench', account } }],
  };
  yield { stream: campaignStream(campaignId), events: [{ type: 'CampaignDrafted', data: { campaignId, version: 1, definition } }] };
  for (let number = 0; number < packets; number++) yield* packet(number);
}

export const benchNow = now;

import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Event } from '#domain/kernel/event.ts';
import { partitionGroupOf } from '#domain/kernel/streams.ts';

/** What was appended: one commit record each. */
export type Told = Readonly<{ stream: string; events: readonly Event[]; at?: string; companyId?: string }>;

export const storyCompany = 'co_a';
export const storyStart = '2026-11-02T15:00:00.000Z';

/** An instant so many minutes after the story's start. */
export const minutes = (count: number): string => new Date(Date.parse(storyStart) + count * 60_000).toISOString();

/** The events as a feed gives them back, in two partitions with positions of their own. */
export const recorded = (story: readonly Told[]): readonly RecordedEvent[] => {
  const positions = new Map<string, number>();
  return story.flatMap(({ stream, events, at = storyStart, companyId = storyCompany }, append) => {
    const partition = `${partitionGroupOf(stream)}-0`;
    const position = (positions.get(partition) ?? 0) + 1;
    positions.set(partition, position);
    const cause = `req_${append}`;
    return events.map(
      (event, n) =>
        ({
          ...event,
          id: `${cause}/${n}`,
          version: 1,
          stream,
          partition,
          position,
          companyId,
          occurredAt: at,
          cause,
          correlation: cause,
        }) as RecordedEvent,
    );
  });
};

const place = (row: number, offset = 0) => ({ row, channel: 'sms' as const, offset });
const account = { provider: 'twilio', accountId: 'AC1' };
const campaignId = 'cmp_a';

export const chunk = 'chunk-pkt_a-0';

/** Events about row `row` of a packet, as short as a test wants them. */
export const say = {
  registered: (): Event => ({ type: 'CompanyRegistered', data: { companyId: storyCompany, name: 'Smile Dental', account } }),
  drafted: (definition: unknown = { name: 'Reminder', channels: [{ channel: 'sms', template: 'Hi' }], schedule: 'now' }): Event => ({
    type: 'CampaignDrafted',
    data: { campaignId, version: 1, definition },
  }),
  accepted: (packetId = 'pkt_a'): Event => ({
    type: 'PacketAccepted',
    data: { packetId, campaignId, md5: 'd41d8cd98f00b204e9800998ecf8427e', bytes: 10, generation: 1, version: 1, acceptedBy: 'Rita' },
    private: { path: 'drops/x.csv', fileName: 'Ada Lovelace.csv' },
  }),
  loaded: (rows: number, packetId = 'pkt_a'): Event => ({
    type: 'PacketLoaded',
    data: { packetId, campaignId, rows, chunks: 1 },
    private: { header: ['phone'] },
  }),
  row: (row: number): Event => ({ type: 'RowLoaded', data: { row }, private: { cells: ['+12085550123'] } }),
  queued: (row: number, more: object = {}): Event => ({
    type: 'MessageQueued',
    data: {
      ...place(row),
      campaignId,
      version: 1,
      run: 1,
      from: '+12085550199',
      sendAt: '2026-11-03T16:00:00.000Z',
      segments: 1,
      claim: 'c',
      ...more,
    },
    private: { to: '+12085550123', body: "Hi Ada, it's Dr. Hopper at 9." },
  }),
  rejected: (row: number, code = 'phone_invalid', field: string | undefined = 'phone'): Event => ({
    type: 'TouchRejected',
    data: { ...place(row), campaignId, code, ...(field === undefined ? {} : { field }) },
    private: { value: '12' },
  }),
  skipped: (row: number, code = 'duplicate', owner: string | null = 'msg_a-0-2-sms-0'): Event => ({
    type: 'TouchSkipped',
    data: { ...place(row), campaignId, code, ...(owner === null ? {} : { owner }) },
  }),
  sending: (row: number, attempt = 1): Event => ({ type: 'MessageSending', data: { ...place(row), campaignId, ...account, attempt } }),
  sent: (row: number, more: object = {}): Event => ({
    type: 'MessageSent',
    data: { ...place(row), campaignId, ...account, reference: `SM${row}`, ...more },
  }),
  joined: (row: number, owner = 'msg_a-0-2-sms-0'): Event => ({ type: 'TouchJoined', data: { ...place(row), campaignId, owner } }),
  failed: (row: number, code = 'number_invalid'): Event => ({
    type: 'MessageFailed',
    data: { ...place(row), campaignId, code, providerCode: '21211' },
  }),
  ended: (type: 'MessageExpired' | 'MessageCanceled' | 'MessageDoubted', row: number, code: string): Event => ({
    type,
    data: { ...place(row), campaignId, code },
  }),
  reported: (row: number, status: string, more: object = {}): Event => ({
    type: 'DeliveryReported',
    data: { ...place(row), ...account, reference: `SM${row}`, status, ...more },
  }),
};

import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Event, Recorded } from '#domain/kernel/event.ts';
import type { Append, EventStore, Placed } from '#ports/event-store.ts';

/** Events and appends for tests of the log. */
export const now = '2026-11-02T15:00:00.000Z';
export const companyId = 'co_test';
export const phone = '+12085550123';

const place = (row: number) => ({ row, channel: 'sms' as const, offset: 0 });

export const queued = (row: number, secret: Readonly<{ to: string; body: string }> = { to: phone, body: `Row ${row}: see you soon.` }) =>
  ({
    type: 'MessageQueued',
    data: {
      ...place(row),
      campaignId: 'cmp_test',
      version: 1,
      run: 1,
      from: '+12085550199',
      sendAt: now,
      segments: 1,
      claim: `claim${row}`,
    },
    private: secret,
  }) as const;

export const reported = (row: number, status: 'sent' | 'delivered' = 'delivered') =>
  ({
    type: 'DeliveryReported',
    data: { ...place(row), provider: 'twilio', accountId: 'AC1', reference: `SM${row}`, status },
  }) as const;

export type Some = Readonly<{ by?: string; events?: readonly Event[] }> & Omit<Partial<Append>, 'cause' | 'events'>;

/** An append to `stream` that differs from the simplest one in what is named; `by` is the cause's id. */
export const appendTo = (stream: string, { by = 'c1', events = [reported(1)], ...rest }: Some = {}): Append => ({
  stream,
  companyId,
  events,
  cause: { id: by, now },
  ...rest,
});

/** The numbers 0 … n - 1. */
export const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index);

export const rowsOf = (events: readonly Recorded[]): readonly number[] =>
  events.map((event) => (event as RecordedEvent & { data: { row: number } }).data.row);

/** The whole feed of a partition, some records at a time. */
export const feedOf = async (store: EventStore, partition: string, step = 7): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for (let at = 0; ;) {
    const page = await store.feed(partition, at, step);
    if (page.at === at) return events;
    events.push(...page.events);
    at = page.at;
  }
};

/** The positions of a partition as its feed shows them, each once. */
export const positionsOf = (events: readonly Recorded[]): readonly number[] => [...new Set(events.map(({ position }) => position))];

/** Every event of every partition. */
export const everything = async (store: EventStore): Promise<readonly Recorded[]> =>
  (await Promise.all(store.partitions().map((partition) => feedOf(store, partition)))).flat();

export const placeOf = ({ partition, position }: Placed): Placed => ({ partition, position });

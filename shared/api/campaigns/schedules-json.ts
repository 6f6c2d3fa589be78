import { z } from '@hono/zod-openapi';
import type { CampaignDocument } from '#app/campaign-document.ts';
import { deliverySchedules } from '#domain/campaign/delivery-schedules.ts';
import { contactWindow, schedule } from '#domain/campaign/schedule.ts';
import { channel } from '#domain/kernel/ids.ts';
import { campaignIdText } from '../conventions/ids.ts';

const { $schema: _, ...described } = z.toJSONSchema(schedule, { io: 'input' });

/** Checked with the whole definition, whose words say what is wrong. */
export const scheduleJson = z.unknown().openapi('Schedule', {
  ...(described as object),
  description: '`"now"`, `offsetDays`/`offsets` before the appointment, `sendAt`, or `every` (RFC 5545), with a window: docs/SCHEDULES.md',
});

const { $schema: __, ...windowSchema } = z.toJSONSchema(contactWindow, { io: 'input' });
const window = z.unknown().openapi('ContactWindow', windowSchema as object);

const deliverySchedule = z
  .object({
    channel,
    schedule: scheduleJson,
    own: z.boolean().meta({ description: "the channel's own, and not the campaign's" }),
    fires_by: z.enum(['time', 'rule', 'appointment', 'arrival']),
    next_fires: z.array(z.iso.datetime()).meta({ description: 'up to five, moved into the window; none where rows decide' }),
    window: window.optional(),
    open_until: z.iso.datetime().nullable().meta({ description: 'the window is open now, until then' }),
    opens_at: z.iso.datetime().nullable(),
  })
  .openapi('DeliverySchedule');

export const schedules = z
  .object({
    object: z.literal('campaign_schedules'),
    campaign: campaignIdText,
    version: z.int().min(1),
    timezone: z.string(),
    schedule: scheduleJson,
    next_run_at: z.iso.datetime().nullable().meta({ description: 'when somebody looks at its rows next: some are due then' }),
    channels: z.array(deliverySchedule).meta({ description: "in the order of the campaign's channels" }),
  })
  .openapi('CampaignSchedules');

export const schedulesJson = (
  id: string,
  { campaign: { definition, version } }: Pick<CampaignDocument, 'campaign'>,
  { now, nextRunAt }: Readonly<{ now: string; nextRunAt: string | undefined }>,
) => ({
  object: 'campaign_schedules',
  campaign: id,
  version,
  timezone: definition.timezone,
  schedule: definition.schedule,
  next_run_at: nextRunAt ?? null,
  channels: deliverySchedules(definition, now).map(({ isOwn, firesBy, nextFires, window: hours, openUntil, opensAt, ...same }) => ({
    ...same,
    own: isOwn,
    fires_by: firesBy,
    next_fires: nextFires,
    ...(hours ? { window: hours } : {}),
    open_until: openUntil ?? null,
    opens_at: opensAt ?? null,
  })),
});

const every = { every: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-12-01T09:00', window: { days: ['tue'], from: '09:00', to: '19:00' } };

export const exampleSchedules = {
  object: 'campaign_schedules',
  campaign: 'cmp_h7k2m9qxw3',
  version: 2,
  timezone: 'America/Boise',
  schedule: every,
  next_run_at: '2026-12-01T16:00:00.000Z',
  channels: [
    {
      channel: 'sms',
      schedule: every,
      own: false,
      fires_by: 'rule',
      next_fires: ['2026-12-01T16:00:00.000Z', '2026-12-08T16:00:00.000Z'],
      window: every.window,
      open_until: null,
      opens_at: '2026-12-01T16:00:00.000Z',
    },
  ],
};

import { fallbackEntries } from '../campaign/fallback-entries.ts';
import { windowOf } from '../campaign/schedule.ts';
import { plannedTouches } from '../campaign/touches.ts';
import { plannedOffset } from '../kernel/firing-offset.ts';
import type { Channel, Place } from '../kernel/ids.ts';
import { byEntry, type CompiledDefinition, type CompiledTouch } from './compile-definition.ts';
import { timesAtOnce } from './touch-times.ts';

/** What is tried after a channel that did not reach somebody, so long after it was tried. */
export type FallbackStep = Readonly<{ channel: Channel; afterMinutes: number; touch: CompiledTouch }>;

const known = new WeakMap<CompiledDefinition['definition'], Map<string, readonly FallbackStep[]>>();

const compile = ({ definition }: CompiledDefinition): Map<string, readonly FallbackStep[]> =>
  new Map(
    plannedTouches(definition).map(({ entry, channel, offset, schedule }) => {
      const window = windowOf(schedule);
      const steps = fallbackEntries(entry).map((one): FallbackStep => ({
        channel: one.channel,
        afterMinutes: one.afterMinutes,
        touch: {
          channel: one.channel,
          offset,
          // at once, but moved into the hours of the channel that it follows
          schedule: window ? { sendAt: '1970-01-01T00:00:00.000Z', window } : 'now',
          ...byEntry(one, definition),
          ...timesAtOnce(definition, { channel: one.channel, schedule }),
        },
      }));
      return [`${channel}.${offset}`, steps] as const;
    }),
  );

/** The fallbacks of the touch at a place, in their order. Of one definition they are compiled once. */
export const fallbacksAt = (compiled: CompiledDefinition, { channel, offset }: Omit<Place, 'row'>): readonly FallbackStep[] => {
  const steps = known.get(compiled.definition) ?? compile(compiled);
  known.set(compiled.definition, steps);
  return steps.get(`${channel}.${plannedOffset(offset)}`) ?? [];
};

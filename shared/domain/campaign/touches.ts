import type { Channel } from '../kernel/ids.ts';
import type { Definition } from './definition.ts';
import { isRecurring, isRelative, type Ahead, type Schedule } from './schedule.ts';

/**
 * One message that a row may become: a channel at one of its offsets. `offset` counts within the channel, also where the campaign
 * names a channel more than once, so that (row, channel, offset) is a place. A recurring schedule has one for all of its firings.
 */
export type Touch = Readonly<{ channel: Channel; offset: number; offsetDays?: number; ahead?: Ahead }>;

type Entry = Definition['channels'][number];

const offsetsOf = (schedule: Schedule): readonly Pick<Touch, 'offsetDays' | 'ahead'>[] => {
  if (!isRelative(schedule)) return [{}];
  const { offsetDays = [], offsets = [] } = schedule;
  return [...offsetDays.map((days) => ({ offsetDays: days })), ...offsets.map((ahead) => ({ ahead }))];
};

/** Every touch of a row with the channel's entry that it comes from, in the order of the campaign. */
export const plannedTouches = (definition: Definition): readonly (Touch & Readonly<{ entry: Entry; schedule: Schedule }>)[] => {
  const counted = new Map<Channel, number>();
  return definition.channels.flatMap((entry) => {
    const schedule = entry.schedule ?? definition.schedule;
    return offsetsOf(schedule).map((when) => {
      const offset = counted.get(entry.channel) ?? 0;
      counted.set(entry.channel, offset + 1);
      return { channel: entry.channel, offset, ...when, entry, schedule };
    });
  });
};

/** The touches of one row: its channels times their offsets. A recurring schedule has one more for each firing, and none before. */
export const touchesOf = (definition: Definition): readonly Touch[] =>
  plannedTouches(definition)
    .filter(({ schedule }) => !isRecurring(schedule))
    .map(({ entry: _entry, schedule: _schedule, ...touch }) => touch);

import type { Channel } from '../kernel/ids.ts';
import type { Definition, Schedule } from './definition.ts';

/**
 * One message that a row may become: a channel at one of its offsets. `offset` counts within the channel, also where the campaign
 * names a channel more than once, so that (row, channel, offset) is a place.
 */
export type Touch = Readonly<{ channel: Channel; offset: number; offsetDays?: number }>;

type Entry = Definition['channels'][number];

const offsetsOf = (schedule: Schedule): readonly { offsetDays?: number }[] =>
  schedule !== 'now' && 'offsetDays' in schedule ? schedule.offsetDays.map((offsetDays) => ({ offsetDays })) : [{}];

/** Every touch of a row with the channel's entry that it comes from, in the order of the campaign. */
export const plannedTouches = (definition: Definition): readonly (Touch & Readonly<{ entry: Entry; schedule: Schedule }>)[] => {
  const counted = new Map<Channel, number>();
  return definition.channels.flatMap((entry) => {
    const schedule = entry.schedule ?? definition.schedule;
    return offsetsOf(schedule).map((days) => {
      const offset = counted.get(entry.channel) ?? 0;
      counted.set(entry.channel, offset + 1);
      return { channel: entry.channel, offset, ...days, entry, schedule };
    });
  });
};

/** The touches of one row: its channels times their offsets. */
export const touchesOf = (definition: Definition): readonly Touch[] =>
  plannedTouches(definition).map(({ entry: _entry, schedule: _schedule, ...touch }) => touch);

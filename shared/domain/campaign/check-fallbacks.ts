import { channelFacts } from '../kernel/channel-facts.ts';
import { checkTemplate, type Around } from './check-template.ts';
import { senderProblem } from './check-senders.ts';
import type { ChannelEntry, Definition } from './definition.ts';
import type { Problem } from './definition-words.ts';
import { fallbackEntries } from './fallback-entries.ts';

type Parts = Around & Readonly<{ from?: string | undefined; channels?: readonly (ChannelEntry | undefined)[]; join?: Definition['join'] }>;

const repeats = (entry: ChannelEntry, n: number): boolean => {
  const before = [entry.channel, ...(entry.fallbacks ?? []).slice(0, n).map(({ channel }) => channel)];
  return before.includes(entry.fallbacks?.[n]?.channel ?? entry.channel);
};

/** Each fallback is a channel of its own, with a template that it can carry, a sender of its kind and a field to reach people by. */
export const checkFallbacks = ({ from, channels = [], ...around }: Parts): readonly Problem[] =>
  channels.flatMap((entry, i) =>
    fallbackEntries(entry).flatMap((one, n): readonly Problem[] => {
      const path = `channels[${i}].fallbacks[${n}]`;
      const { field } = channelFacts[one.channel];
      const own = one.template === entry?.template ? `channels[${i}].template` : `${path}.template`;
      const unfit = senderProblem(one.channel, one.from ?? from);
      return [
        ...(entry && repeats(entry, n)
          ? [{ path: `${path}.channel`, message: `is ${one.channel} again; whoever was not reached by it is to be reached by another` }]
          : []),
        ...(unfit === undefined ? [] : [{ path: `${path}.from`, message: unfit }]),
        ...(around.fields && around.fields[field] === undefined
          ? [{ path: `fields.${field}`, message: `is missing; ${path} reaches people by it` }]
          : []),
        ...checkTemplate(one, own, around),
      ];
    }),
  );

import type { Channel } from '../kernel/ids.ts';
import type { ChannelEntry, Definition } from './definition.ts';

/** A channel's fallbacks as entries of their own: what they do not say is as the channel says it. */
export const fallbackEntries = (entry: ChannelEntry | undefined): readonly (ChannelEntry & Readonly<{ afterMinutes: number }>)[] =>
  (entry?.fallbacks ?? []).map(({ afterMinutes, channel, template, from, region = entry?.region }) => ({
    afterMinutes,
    channel,
    template: template ?? entry?.template ?? '',
    ...(from === undefined ? {} : { from }),
    ...(region === undefined ? {} : { region }),
    ...(entry?.schedule === undefined ? {} : { schedule: entry.schedule }),
  }));

/** The shortest time after which whom a channel did not reach is told by another one; undefined: nobody is. */
export const fallbackMinutes = ({ channels }: Pick<Definition, 'channels'>, channel: Channel): number | undefined =>
  channels
    .flatMap((entry) => {
      const chain = [entry.channel, ...(entry.fallbacks ?? []).map((one) => one.channel)];
      const at = chain.indexOf(channel);
      return at < 0 ? [] : (entry.fallbacks?.[at]?.afterMinutes ?? []);
    })
    .sort((one, other) => one - other)[0];

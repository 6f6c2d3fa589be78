import { isSupportedCountry } from 'libphonenumber-js/max';
import { channelFacts, type SenderKind } from '../kernel/channel-facts.ts';
import type { Channel } from '../kernel/ids.ts';
import type { ChannelEntry, Definition } from './definition.ts';
import type { Problem } from './definition-words.ts';

/** The good parts of a definition. */
type Parts = Readonly<{
  from?: string | undefined;
  region?: string | undefined;
  fields?: Definition['fields'] | undefined;
  channels?: readonly (ChannelEntry | undefined)[];
}>;

const kinds: Readonly<Record<SenderKind, Readonly<{ pattern: RegExp; words: string }>>> = {
  number: { pattern: /^(?:\+[1-9]\d{6,14}|pool_[a-z0-9]{1,32})$/, words: 'a number like +12085550199' },
  address: { pattern: /@/, words: 'an e-mail address like clinic@example.com' },
  page: { pattern: /^\d+$/, words: 'the id of a page, digits alone' },
};

const kindOf = (channel: Channel) => kinds[channelFacts[channel].sender];

/** What is wrong with a sender of a channel; undefined: nothing. */
export const senderProblem = (channel: Channel, from: string | undefined): string | undefined =>
  from === undefined || kindOf(channel).pattern.test(from) ? undefined : `must be ${kindOf(channel).words}`;

/** A channel's own sender must be of its kind, and the campaign's of the kind of those that name none. */
export const checkSenders = ({ from, channels = [] }: Parts): readonly Problem[] => {
  const entries = channels.flatMap((entry, i) => (entry ? [{ ...entry, path: `channels[${i}].from` }] : []));
  const own = entries.flatMap(({ channel, from: said, path }) =>
    said === undefined || kindOf(channel).pattern.test(said) ? [] : [{ path, message: `must be ${kindOf(channel).words}` }],
  );
  const others = entries.filter((entry) => entry.from === undefined);
  const [first] = others;
  if (from === undefined || first === undefined) return own;
  const unfit = others.filter(({ channel }) => !kindOf(channel).pattern.test(from));
  if (unfit.length === others.length) return [...own, { path: 'from', message: `must be ${kindOf(first.channel).words}` }];
  const lacking = unfit.map(({ channel, path }) => ({
    path,
    message: `is missing; ${channel} is sent from ${kindOf(channel).words}, and the campaign's own "from" is none`,
  }));
  return [...own, ...lacking];
};

/** Countries of phones, the campaign's and each channel's own. */
export const checkRegions = ({ region, channels = [] }: Parts): readonly Problem[] =>
  [{ path: 'region', said: region }, ...channels.map((entry, i) => ({ path: `channels[${i}].region`, said: entry?.region }))].flatMap(
    ({ path, said }) =>
      said === undefined || isSupportedCountry(said)
        ? []
        : [{ path, message: `there is no country "${said}"; write two capital letters of ISO 3166, like US or GB` }],
  );

const holds = {
  phone: 'the phone number',
  email: 'the e-mail address',
  messengerId: 'the id by which the page knows a person on Messenger',
  instagramId: 'the id by which the page knows a person on Instagram',
} as const;

/** Each channel needs the field that holds a person's contact point. */
export const checkContactFields = ({ fields, channels = [] }: Parts): readonly Problem[] => {
  if (!fields) return [];
  const wanted = new Set(channels.flatMap((entry) => (entry ? [channelFacts[entry.channel].field] : [])));
  return [...wanted]
    .filter((field) => fields[field] === undefined)
    .map((field) => ({ path: `fields.${field}`, message: `is missing; name the column that holds ${holds[field]}` }));
};

import type { Channel } from './ids.ts';

/** What a sender is: a number in E.164, an e-mail address, or the id of a page. */
export type SenderKind = 'number' | 'address' | 'page';

/** Channels that share an opt-out: texts and pictures go to one inbox. */
export const families = ['sms', 'whatsapp', 'voice', 'email', 'messenger', 'instagram'] as const;
export type Family = (typeof families)[number];

/** `field` holds a person's contact point; `family` is what an opt-out on the channel is about: texts and pictures go to one inbox. */
type ChannelFacts = Readonly<{ field: 'phone' | 'email' | 'messengerId' | 'instagramId'; sender: SenderKind; family: Family }>;

export const channelFacts: Readonly<Record<Channel, ChannelFacts>> = {
  sms: { field: 'phone', sender: 'number', family: 'sms' },
  mms: { field: 'phone', sender: 'number', family: 'sms' },
  whatsapp: { field: 'phone', sender: 'number', family: 'whatsapp' },
  voice: { field: 'phone', sender: 'number', family: 'voice' },
  email: { field: 'email', sender: 'address', family: 'email' },
  messenger: { field: 'messengerId', sender: 'page', family: 'messenger' },
  instagram: { field: 'instagramId', sender: 'page', family: 'instagram' },
};

/** Every family that a contact point of this channel can be reached by: a phone takes texts, calls and more. */
export const familiesBeside = (channel: Channel): readonly Family[] => {
  const { field } = channelFacts[channel];
  return [...new Set(Object.values(channelFacts).flatMap((facts) => (facts.field === field ? [facts.family] : [])))];
};

/** A channel of the family. */
export const channelOfFamily = (family: Family): Channel => family;

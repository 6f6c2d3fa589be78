import { channelFacts } from '../kernel/channel-facts.ts';
import type { Channel } from '../kernel/ids.ts';
import { readEmail } from './email.ts';
import { isShortenedPhone } from './mend-cell.ts';
import { mayLackPlus, readPhone } from './phone.ts';

/** Where a message of a channel goes: E.164, an e-mail address, or the id that a page knows a person by. */
export type ContactPoint = Readonly<{ to: string }> | Readonly<{ fault: string }>;

/** A rounded number that a spreadsheet made of an id (1.23E+16) is nobody's. */
const pageId = /^\d{5,30}$/;

const readPageId = (text: string): ContactPoint => {
  const id = text.trim();
  if (id === '') return { fault: 'recipient_id_missing' };
  return pageId.test(id) ? { to: id } : { fault: 'recipient_id_invalid' };
};

const readNumber = (text: string, region: string | undefined, use: 'text' | 'voice'): ContactPoint => {
  // one that a spreadsheet rounded may be somebody else's
  if (isShortenedPhone(text)) return { fault: 'phone_shortened' };
  const phone = readPhone(text, region, use);
  if (!('fault' in phone)) return { to: phone.e164 };
  return { fault: phone.fault === 'phone_invalid' && mayLackPlus(text) ? 'phone_country_missing' : phone.fault };
};

/** What a row has in the field of the channel's contact points. A landline takes voice and nothing else. */
export const readContactPoint = (channel: Channel, text: string, region: string | undefined): ContactPoint => {
  const { sender } = channelFacts[channel];
  if (sender === 'page') return readPageId(text);
  if (sender === 'address') {
    const email = readEmail(text);
    return 'fault' in email ? email : { to: email.address };
  }
  return readNumber(text, region, channel === 'voice' ? 'voice' : 'text');
};

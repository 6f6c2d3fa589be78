import { channelFacts } from '../kernel/channel-facts.ts';
import { channels, type Channel } from '../kernel/ids.ts';
import { readDay, type DayOrder } from '../kernel/written-time.ts';
import type { OptOutColumns, OptOutField } from './opt-out-columns.ts';

/** What counts where the row says nothing. `until`: UTC ISO. */
export type OptOutDefaults = Readonly<{
  channel?: Channel | undefined;
  brandId?: string | undefined;
  until?: string | undefined;
  dayOrder?: DayOrder;
}>;

/** `to`: as it is written. `bad`: nobody can tell who or what is meant. `none`: no opt-out that stands. */
export type OptOutRow =
  | Readonly<{ to: string; channel: Channel; brandId?: string; until?: string; said?: string }>
  | Readonly<{ bad: 'contact_missing' | 'contact_invalid' | 'channel_unknown' | 'brand_unknown' | 'expiry_invalid' }>
  | Readonly<{ none: 'opted_in' | 'ended' }>;

/** Whoever is in such a file with one of these wants messages. */
const optedIn = /^(?:opt(?:ed)?[ _-]?in|subscribed|active|start|unstop|resubscribed|allowed|granted|consented|not[ _-]opted[ _-]out)$/i;
/** Of a column that asks whether he opted out. */
const no = /^(?:false|no|n|0)$/i;
const asksWhether = /opt(?:ed)?[ _-]?out/i;

const byName: Readonly<Record<string, Channel>> = {
  text: 'sms',
  texts: 'sms',
  phone: 'sms',
  mms: 'sms',
  call: 'voice',
  calls: 'voice',
  mail: 'email',
  'e-mail': 'email',
};

const channelIn = (text: string): Channel | undefined => {
  const name = text.trim().toLowerCase();
  return byName[name] ?? channels.find((one) => one === name);
};

const instantIn = (text: string, order: DayOrder): string | undefined => {
  const day = readDay(text, order);
  if (day !== undefined) return new Date(day).toISOString();
  const isIso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text);
  // without a zone it is taken for UTC, wherever this runs
  const at = isIso ? Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** Letters, digits and spaces around a number that providers put there: `whatsapp:+1208…`, `tel:`. */
const bare = (text: string): Readonly<{ to: string; channel?: Channel }> => {
  const [, kind = '', rest = ''] = /^(whatsapp|sms|tel|messenger|mailto):(.*)$/i.exec(text.trim()) ?? [undefined, '', text.trim()];
  const channel = kind === '' ? undefined : channelIn(kind);
  return { to: rest.trim(), ...(channel ? { channel } : {}) };
};

type Reading = Readonly<{ columns: OptOutColumns; header: readonly string[]; defaults: OptOutDefaults; now: string }>;

const cellIn = (cells: readonly string[], at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '').trim());

const wantsMessages = (status: string, asked: string): boolean => optedIn.test(status) || (asksWhether.test(asked) && no.test(status));

/** Who is meant, and by which way. */
const contactIn = (cells: readonly string[], { columns, defaults }: Reading): Readonly<{ to: string; channel: Channel }> | OptOutRow => {
  const { to, channel: own } = bare(cellIn(cells, columns.to));
  if (to === '') return { bad: 'contact_missing' };
  const said = cellIn(cells, columns.channel);
  const channel = said === '' ? (own ?? (to.includes('@') ? 'email' : (defaults.channel ?? 'sms'))) : channelIn(said);
  if (!channel) return { bad: 'channel_unknown' };
  return (channelFacts[channel].field === 'email') === to.includes('@') ? { to, channel } : { bad: 'contact_invalid' };
};

/** What a row of a file of opt-outs says. `now`: UTC ISO. */
export const readOptOutRow = (cells: readonly string[], reading: Reading): OptOutRow => {
  const { columns, header, defaults, now } = reading;
  const cell = (field: OptOutField): string => cellIn(cells, columns[field]);
  if (wantsMessages(cell('status'), header[columns.status ?? -1] ?? '')) return { none: 'opted_in' };
  const contact = contactIn(cells, reading);
  if (!('to' in contact)) return contact;
  const brandId = cell('brandId') || defaults.brandId;
  if (brandId !== undefined && !/^brd_[a-z0-9]{1,32}$/.test(brandId)) return { bad: 'brand_unknown' };
  const end = cell('until');
  const until = end === '' ? defaults.until : instantIn(end, defaults.dayOrder ?? 'mdy');
  if (end !== '' && until === undefined) return { bad: 'expiry_invalid' };
  if (until !== undefined && until <= now) return { none: 'ended' };
  const words = [cell('word'), cell('saidAt')].filter((one) => one !== '');
  const said = words.join(', ').slice(0, 500);
  const more = { ...(brandId === undefined ? {} : { brandId }), ...(until === undefined ? {} : { until }) };
  return { ...contact, ...more, ...(said === '' ? {} : { said }) };
};

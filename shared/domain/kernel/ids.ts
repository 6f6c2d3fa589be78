import { z } from 'zod';

/** Ids are prefixed and readable; their body is lower-case base 32 without look-alikes. */
const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z0-9]{1,32}$`), `an id that begins with ${prefix}_`);

export const companyId = idOf('co');
export const campaignId = idOf('cmp');
export const packetId = idOf('pkt');
export const listId = idOf('lst');
export const testId = idOf('tst');
/** as carriers of the United States know a company */
export const brandId = idOf('brd');
export const replyId = idOf('rpl');
/** what a provider told us by calling us */
export const webhookId = idOf('hook');
export const keyId = idOf('key');
/** staff of the platform that a company has let in */
export const supportId = idOf('sup');
/** a text of a company's that campaigns may take */
export const templateId = idOf('tpl');
/** a site of a company's */
export const locationId = idOf('loc');
export const userId = idOf('usr');
/** where a company hears of its events */
export const endpointId = idOf('whk');
/** numbers of a company of which any may send */
export const poolId = idOf('pool');
export const isPool = (from: string | undefined): from is string => from?.startsWith('pool_') === true;

/** The ways a message takes; ids hold them, so that none may have a hyphen. */
export const channels = ['sms', 'mms', 'whatsapp', 'voice', 'email', 'messenger', 'instagram'] as const;
export const channel = z.enum(channels);
export type Channel = z.infer<typeof channel>;

/** UTC ISO with milliseconds, as the clock gives it. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Readable body of an id, from the first bytes of a digest: the same digest gives the same id. */
export const idBody = (digest: Uint8Array, length = 12): string => {
  let body = '';
  for (let n = 0; n < length && n < digest.length; n++) body += alphabet[(digest[n] ?? 0) % alphabet.length];
  return body;
};

/** The place of a message: which row of the packet, by which channel, by which of that channel's offsets. */
export type Place = Readonly<{ row: number; channel: Channel; offset: number }>;
export const place = { row: z.int().min(1), channel, offset: z.int().min(0) };

export const messageIdOf = (packet: string, chunk: number, { row, channel, offset }: Place): string =>
  `msg_${packet.slice('pkt_'.length)}-${chunk}-${row}-${channel}-${offset}`;

/** The same from the chunk stream that holds the message. */
export const messageIdIn = (stream: string, { row, channel, offset }: Place): string =>
  `msg_${stream.slice('chunk-pkt_'.length)}-${row}-${channel}-${offset}`;

const messageId = new RegExp(`^msg_([a-z0-9]{1,32})-(\\d{1,9})-(\\d{1,9})-(${channels.join('|')})-(\\d{1,10})$`);

/** Undefined when the text is no message id. */
export const parseMessageId = (text: string): Readonly<{ packetId: string; chunk: number; place: Place }> | undefined => {
  const match = messageId.exec(text);
  if (!match) return undefined;
  const [, packet, chunk, row, by, offset] = match;
  return { packetId: `pkt_${packet}`, chunk: Number(chunk), place: { row: Number(row), channel: by as Channel, offset: Number(offset) } };
};

import { randomUUID } from 'node:crypto';
import type { Behaviour } from '../options.ts';
import { replyTo } from '../reply-to.ts';
import { segmentsOf } from '../segments.ts';
import { telnyxOrganization, telnyxProfile } from './account.ts';
import { derivedId, type TelnyxMessage, type TelnyxMessages } from './messages.ts';
import type { WebhookSender } from './webhooks.ts';

/** What somebody writes: `from` is his phone, `to` the number that he writes to; `id`, where it is to be the same message again. */
export type TelnyxWritten = Readonly<{
  from: string;
  to: string;
  body: string;
  id?: string | undefined;
  media?: readonly string[] | undefined;
  /** where the profile's messages go; left out: to the platform that sent him the last one */
  url?: string | undefined;
}>;

export type TelnyxPeople = Readonly<{
  /** Resolves to the message's id once the platform has it, undefined where nobody wants it. */
  write: (written: TelnyxWritten) => Promise<string | undefined>;
  /** What he writes back to a message that asks him to, always the same under the same seed; else nothing. Resolves once the platform has it. */
  answer: (message: TelnyxMessage) => Promise<void>;
}>;

type Parts = Readonly<{ seed: number; behaviour: () => Behaviour; messages: TelnyxMessages; webhooks: WebhookSender }>;

const line = (phone: string) => ({ phone_number: phone, carrier: 'CARILLON SIMULATED', line_type: 'Wireless' });

/** https://developers.telnyx.com/docs/messaging/messages/receive-message */
const eventOf = ({ from, to, body, media = [] }: TelnyxWritten, { id, url, at }: Readonly<{ id: string; url: string; at: string }>) => {
  const payload = {
    record_type: 'message',
    direction: 'inbound',
    id,
    type: media.length > 0 ? 'MMS' : 'SMS',
    messaging_profile_id: telnyxProfile,
    organization_id: telnyxOrganization,
    from: line(from),
    to: [{ ...line(to), status: 'webhook_delivered' }],
    cc: [],
    text: body,
    subject: media.length > 0 ? '' : null,
    media: media.map((address) => ({ url: address, content_type: 'image/jpeg', size: 1_000, hash_sha256: null })),
    parts: media.length > 0 ? 1 : segmentsOf(body),
    encoding: 'GSM-7',
    errors: [],
    tags: [],
    cost: null,
    received_at: at,
    sent_at: null,
    completed_at: null,
    valid_until: null,
    webhook_url: url,
    webhook_failover_url: null,
  };
  const data = { record_type: 'event', event_type: 'message.received', id: randomUUID(), occurred_at: at, payload };
  return (attempt: number) => ({ data, meta: { attempt, delivered_to: url } });
};

/** The people behind the phones of the simulated Telnyx, who write back. */
export const telnyxPeople = ({ seed, behaviour, messages, webhooks }: Parts): TelnyxPeople => {
  const homeOf = (phone: string): string | undefined => {
    const callback = messages.newest(phone).find((message) => message.callback !== undefined)?.callback;
    return callback !== undefined && URL.canParse(callback) ? `${new URL(callback).origin}/messages/incoming/telnyx` : undefined;
  };
  const write = (written: TelnyxWritten): Promise<string | undefined> => {
    const url = written.url ?? homeOf(written.from);
    if (url === undefined) return Promise.resolve(undefined);
    const id = written.id ?? randomUUID();
    const body = eventOf(written, { id, url, at: new Date().toISOString() });
    return new Promise((resolve) => webhooks.send({ url, body, settled: (arrived) => resolve(arrived ? id : undefined) }));
  };
  const answer = async ({ id, to, from, body }: TelnyxMessage): Promise<void> => {
    const words = replyTo(seed, { to, body, share: behaviour().replyShare });
    if (words !== undefined) await write({ from: to, to: from, body: words, id: derivedId(`reply to ${id}`) });
  };
  return { write, answer };
};

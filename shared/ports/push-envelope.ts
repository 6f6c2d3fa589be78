import type { MessageContext } from './message-bus.ts';

/** A message as Pub/Sub pushes it to a URL (JSON with the message wrapped, not the payload alone). */
export type PushedMessage = Readonly<{
  /** the same at every delivery, and no other message's: the id under which it was published, else Pub/Sub's own */
  id: string;
  /** the subscription's own name, without its project */
  subscription: string;
  /** undefined when the payload is no JSON */
  data: unknown;
  /** from 1; undefined where Pub/Sub does not count: without a dead-letter policy, and on the emulator */
  attempt?: number;
  context: MessageContext;
}>;

/** The names under which a message carries what is not its data. They hold ids, never anything about a person. */
export const attributeNames = { id: 'id', key: 'key', correlation: 'correlation', traceparent: 'traceparent' } as const;

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whoever publishes is one of ours; what is far too long for an id is none all the same. */
const longest = 512;
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;

/** Undefined for text that is no JSON. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** `id` where the publisher gave none: Pub/Sub's is unique within a topic alone. */
export const ownId = (subscription: string, messageId: string): string => `psm_${subscription}_${messageId}`;

export const contextOf = (attributes: Json): MessageContext => {
  const correlation = textOf(attributes[attributeNames.correlation]);
  const traceparent = textOf(attributes[attributeNames.traceparent]);
  return { ...(correlation !== undefined && { correlation }), ...(traceparent !== undefined && { traceparent }) };
};

/** Undefined when it is no push of Pub/Sub. */
export const parsePush = (json: unknown): PushedMessage | undefined => {
  if (!isRecord(json) || !isRecord(json['message'])) return undefined;
  const { message, deliveryAttempt } = json;
  const path = textOf(json['subscription']);
  const messageId = textOf(message['messageId']);
  const { data = '', attributes = {} } = message;
  if (path === undefined || messageId === undefined || typeof data !== 'string' || !isRecord(attributes)) return undefined;
  const subscription = path.slice(path.lastIndexOf('/') + 1);
  return {
    id: textOf(attributes[attributeNames.id]) ?? ownId(subscription, messageId),
    subscription,
    data: jsonOf(Buffer.from(data, 'base64').toString('utf8')),
    ...(typeof deliveryAttempt === 'number' && { attempt: deliveryAttempt }),
    context: contextOf(attributes),
  };
};

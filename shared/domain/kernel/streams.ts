/** Streams are named `kind-id`; the kind decides the partition group and the key under which private parts are sealed. */

/** `bulk` streams carry rows and messages and are spread over many partitions, everything else shares the few of `other`. */
export type PartitionGroup = 'bulk' | 'other';

export const companyStream = (companyId: string): string => `company-${companyId}`;
/** Who may use the company's API: all of its keys. */
export const apiKeysStream = (companyId: string): string => `access-${companyId}`;
/** Somebody who signs in; each has a key of its own, so that he can be forgotten. */
export const userStream = (userId: string): string => `user-${userId}`;
/** Who asked for what of a company: where from, and what he looked at. */
export const auditStream = (companyId: string): string => `audit-${companyId}`;
/** Where the company hears of its events: all of its endpoints. */
export const webhooksStream = (companyId: string): string => `webhooks-${companyId}`;
/** Samples of events that somebody wanted to see: apart from what is read with each change. */
export const webhookSamplesStream = (companyId: string): string => `samples-${companyId}`;
/** The company's sites: all of them. */
export const locationsStream = (companyId: string): string => `locations-${companyId}`;
/** What a company's calendar says of its appointments: written, and never read as one. */
export const bookingsStream = (companyId: string): string => `bookings-${companyId}`;
export const campaignStream = (campaignId: string): string => `campaign-${campaignId}`;
/** A text that campaigns may take, with all of its versions. */
export const templateStream = (templateId: string): string => `template-${templateId}`;
export const packetStream = (packetId: string): string => `packet-${packetId}`;
export const chunkStream = (packetId: string, chunk: number): string => `chunk-${packetId}-${chunk}`;

/** A list that is kept for later, and up to 500 of its rows. */
export const listStream = (listId: string): string => `list-${listId}`;
export const contactsStream = (listId: string, chunk: number): string => `contacts-${listId}-${chunk}`;

/** As carriers of the United States know a company; each has a key of its own. */
export const brandStream = (brandId: string): string => `brand-${brandId}`;
export const registrationStream = (registrationId: string): string => `registration-${registrationId}`;
/** `num_12085550199` */
export const numberStream = (numberId: string): string => `number-${numberId}`;
/** What a contact point and one of our senders say to each other; the id is a fingerprint of both. */
export const conversationStream = (conversationId: string): string => `conversation-${conversationId}`;

/** A request of a provider that nothing could be made of yet; each has a key of its own. */
export const webhookStream = (webhookId: string): string => `webhook-${webhookId}`;

/** A message to one's own phone: each has a key of its own. */
export const testStream = (testId: string): string => `test-${testId}`;

/** What a contact point of a company said about messages; `contact` is its fingerprint, so that the stream's name tells nobody who it is. */
export const contactStream = (companyId: string, contact: string): string => `contact-${companyId}-${contact}`;
export const contactOfStream = (stream: string): string => stream.slice(stream.indexOf('-', 'contact-'.length) + 1);

/** `chunk-pkt_x-3` → `pkt_x` */
export const packetOfChunk = (stream: string): string => stream.slice('chunk-'.length, stream.lastIndexOf('-'));

export const partitionGroupOf = (stream: string): PartitionGroup =>
  stream.startsWith('packet-') || stream.startsWith('chunk-') || stream.startsWith('contacts-') ? 'bulk' : 'other';

/**
 * The scope whose key seals a stream's private parts: a packet's people are forgotten with the packet's key, a list's with the list's, a consent's never with either.
 * `at`: when it is sealed, UTC ISO; what is said about consent has a key for each month, so that each proof ends with its own five years.
 */
export const keyScopeOf = (stream: string, at?: string): string => {
  if (stream.startsWith('packet-')) return `packet/${stream.slice('packet-'.length)}`;
  if (stream.startsWith('chunk-')) return `packet/${packetOfChunk(stream)}`;
  if (stream.startsWith('contacts-')) return `list/${stream.slice('contacts-'.length, stream.lastIndexOf('-'))}`;
  // a consent's proof outlives the packet that it came from: five years, under a key of its own
  if (stream.startsWith('contact-')) return `consent/${stream.slice('contact-'.length)}${at === undefined ? '' : `.${at.slice(0, 7)}`}`;
  const dash = stream.indexOf('-');
  return `${stream.slice(0, dash)}/${stream.slice(dash + 1)}`;
};

/** Whether a key of that scope seals what the stream's events say. */
export const isScopeOf = (scope: string, stream: string): boolean => {
  const own = keyScopeOf(stream);
  return scope === own || (stream.startsWith('contact-') && scope.startsWith(`${own}.`));
};

/** The same for any of many streams. */
export const isScopeOfAny = (streams: Iterable<string>): ((scope: string) => boolean) => {
  const own = new Set([...streams].map((stream) => keyScopeOf(stream)));
  return (scope) => own.has(scope) || (scope.startsWith('consent/') && own.has(scope.slice(0, scope.lastIndexOf('.'))));
};

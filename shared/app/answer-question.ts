import type { OpenQuestion } from '#domain/consent/open-question.ts';
import { readYes } from '#domain/consent/read-yes.ts';
import type { Reply } from '#domain/conversation/conversation.ts';
import { isOpenContext } from '#domain/conversation/match-reply.ts';
import { messagesIn, placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Place } from '#domain/kernel/ids.ts';
import { contextsOf } from './contexts-of.ts';
import { conversationOf } from './conversation-of.ts';
import type { House } from './house.ts';
import { namedContext } from './named-context.ts';
import { questionTo } from './question-to.ts';
import { consentTextsStream } from './queue-consent-text.ts';
import { recordOptIn } from './record-opt-in.ts';
import { requestOf } from './record-reply-consent.ts';
import { toldConsent, welcome } from './told-consent.ts';

export type Answering = Readonly<{ companyId: string; reply: Reply }>;

/** Answers are words on a channel of texts; what the provider or a page has taken for something else is that. */
const isWords = ({ received: { channel, consent, choice } }: Reply): boolean =>
  consent === undefined && choice === undefined && channel !== 'voice' && channelFacts[channel].field !== 'email';

const speakersOf = ({ received: { channel, sender }, from }: Reply) => ({ channel, sender, contactPoint: from });

/** When its text left; undefined: it has not yet. A question that was asked otherwise counts from when it was written down. */
const leftAt = async (house: House, { companyId, reply }: Answering, { id, askedAt }: OpenQuestion): Promise<string | undefined> => {
  const { events } = await house.store.read(consentTextsStream(conversationOf(house, companyId, speakersOf(reply))));
  const text = Array.from(messagesIn(events).values(), ({ queued }) => queued).find(({ data }) => data.followUp?.of === id);
  if (!text) return askedAt;
  const key = placeKeyOf(text.data);
  return events.find((event) => event.type === 'MessageSending' && placeKeyOf(event.data as Place) === key)?.occurredAt;
};

/** When the newest message left that a yes or no may be about; undefined: there is none. */
const lastAppointment = async (house: House, { companyId, reply }: Answering): Promise<string | undefined> => {
  const contexts = await contextsOf(house, conversationOf(house, companyId, speakersOf(reply)));
  const named = await namedContext(house, contexts, reply.received);
  if (named) return '9999';
  const open = contexts.filter((one) => isOpenContext(one, reply.at)).map(({ sentAt }) => sentAt);
  return open.sort().at(-1);
};

const agree = async (
  house: House,
  { companyId, reply }: Answering,
  { question, cause }: Readonly<{ question: OpenQuestion; cause: Cause }>,
) => {
  const { purpose, campaignId, shown } = question;
  const request = await requestOf(house, companyId, reply);
  const person = { ...request.person, ...(shown === '' ? {} : { shown }) };
  await recordOptIn(house, { ...request, purpose, campaignId, person }, cause);
};

/** `unsure`: a message about a visit and the question left at the same time. */
export type Answered = 'yes' | 'no' | 'unsure' | undefined;

/**
 * What a reply says to an open question about consent: of a question and a message about a visit the later one is answered. Only a YES is written down; a
 * NO is no opt-out of what he gets already, and while the question is open he may still say yes. Undefined: it answers none.
 */
export const answerQuestion = async (house: House, answering: Answering, cause: Cause): Promise<Answered> => {
  const { companyId, reply } = answering;
  const { from: to, received, at, body } = reply;
  const read = isWords(reply) && to !== '' ? readYes(body) : undefined;
  if (!read) return undefined;
  const about = { companyId, channel: received.channel, to };
  const before = await toldConsent(house, about, cause.id);
  const isDone = before.isOwn && before.type === 'ConsentGiven';
  const question = isDone ? undefined : await questionTo(house, companyId, { ...about, at });
  if (!isDone) {
    if (!question || (question.from ?? received.sender) !== received.sender) return undefined;
    const [asked, visit = ''] = [await leftAt(house, answering, question), await lastAppointment(house, answering)];
    if (asked === undefined || visit > asked) return undefined;
    if (visit === asked) return 'unsure';
    if (read.says === 'no') return 'no';
    await agree(house, answering, { question, cause });
  }
  await welcomeAfter(house, answering, { cause, language: read.language });
  return 'yes';
};

/** As the ledger has it, so that whoever comes again says the same. */
const welcomeAfter = async (
  house: House,
  { companyId, reply }: Answering,
  { cause, language }: Readonly<{ cause: Cause; language: 'en' | 'es' | 'pt' | 'fr' }>,
): Promise<void> => {
  const given = await toldConsent(house, { companyId, channel: reply.received.channel, to: reply.from }, cause.id);
  const { data } = given;
  if (data?.campaignId === undefined || data.purpose === undefined) return;
  await welcome(
    house,
    { companyId, campaignId: data.campaignId, reply, purpose: data.purpose, language },
    { ...cause, id: `${cause.id}:welcome` },
  );
};

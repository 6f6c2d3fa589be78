import { foldedKeyword, type Keyword } from '#domain/company/consent-settings.ts';
import { isCourtesy } from '#domain/consent/courtesy.ts';
import type { Reply } from '#domain/conversation/conversation.ts';
import { foldedText } from '#domain/kernel/folded-text.ts';
import { ownWords } from '#domain/kernel/own-words.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { askConsent } from './ask-consent.ts';
import type { House } from './house.ts';
import { knownCompany } from './known-company.ts';
import { recordOptIn } from './record-opt-in.ts';
import { requestOf } from './record-reply-consent.ts';
import { toldConsent, welcome } from './told-consent.ts';

/** The company's keyword that somebody wrote to this number, alone or with courtesies. */
const keywordIn = (keywords: readonly Keyword[], { received: { sender, channel }, body }: Reply): Keyword | undefined => {
  if (channel !== 'sms' && channel !== 'mms') return undefined;
  const folded = foldedText(ownWords(body));
  const rest = folded
    .split(' ')
    .filter((word) => !isCourtesy(word))
    .join('');
  return keywords.find(({ from, word }) => from === sender && [rest, folded].includes(foldedKeyword(word)));
};

/** `isHeld`: somebody else has entered that nothing goes there, so his word alone changes nothing. */
export type Taken = Readonly<{ isHeld: boolean }>;

/**
 * Somebody asks for messages by a keyword: single, and he is welcomed the first time; or double, and he is asked once more. His own opt-out of before ends.
 * Undefined: it is no keyword. Again: nothing new.
 */
export const takeKeyword = async (
  house: House,
  { companyId, reply }: Readonly<{ companyId: string; reply: Reply }>,
  cause: Cause,
): Promise<Taken | undefined> => {
  const { consent } = reply.received;
  if (reply.from === '' || consent === 'stop' || consent === 'help') return undefined;
  const company = await knownCompany(house, companyId);
  const keyword = keywordIn(company?.consent?.keywords ?? [], reply);
  if (!keyword) return undefined;
  const { purpose, campaignId, shown, double, language = 'en', frequency, from } = keyword;
  const request = { ...(await requestOf(house, companyId, reply)), source: 'keyword' as const, campaignId };
  const about = { companyId, channel: request.channel, to: request.to };
  const person = { ...request.person, shown };
  const told = () => toldConsent(house, { ...about, brandId: request.brandId }, cause.id);
  const isOut = (await told()).type === 'ConsentWithdrawn';
  if (!double || isOut) await recordOptIn(house, { ...request, purpose: double ? 'transactional' : purpose, person }, cause);
  const after = await told();
  if (after.type === 'ConsentWithdrawn') return { isHeld: true };
  const own = { ...cause, id: `${cause.id}:keyword` };
  if (double) {
    const more = { isAsked: true, language, ...(frequency === undefined ? {} : { frequency }) };
    await askConsent(house, { ...about, channel: 'sms', campaignId, source: 'keyword', purpose, from, person, ...more }, own);
  } else if (after.isOwn) await welcome(house, { companyId, campaignId, reply, purpose, language, frequency }, own);
  return { isHeld: false };
};

import type { Definition } from '#domain/campaign/definition.ts';
import { isAgreed, type ConsentOnHand } from '#domain/consent/consent-on-hand.ts';
import { isPool } from '#domain/kernel/ids.ts';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import { brandsOf } from './brand-of.ts';
import { poolOf } from './choose-senders.ts';
import { consentPath } from './consent-path.ts';
import type { House } from './house.ts';

type Message = Extract<AssembledTouch, { kind: 'message' }>;
type Asking = Readonly<{ companyId: string; definition: Pick<Definition, 'requireConsent' | 'purpose' | 'from'> }>;

/** The brands that a message may go by: of its number, or of every number of its pool. */
const brandsBy = async (house: House, companyId: string, senders: readonly string[]) => {
  const brands = new Map<string, readonly (string | undefined)[]>();
  for (const sender of new Set(senders)) {
    const numbers = isPool(sender) ? (await poolOf(house, companyId, sender)).numbers : [sender];
    brands.set(sender, [...new Set(await brandsOf(house, companyId, numbers))]);
  }
  return brands;
};

/** Which of the messages go to nobody who has agreed to them, where the campaign wants that; by their index. Reads a document for each contact point. */
export const notAgreed = async (
  house: House,
  { companyId, definition: { requireConsent, purpose = 'transactional', from } }: Asking,
  messages: readonly Pick<Message, 'to' | 'from' | 'place'>[],
): Promise<ReadonlySet<number>> => {
  if (requireConsent !== true || messages.length === 0) return new Set();
  const paths = messages.map(({ to, place: { channel } }) => consentPath(house, companyId, { channel, to }));
  const wanted = [...new Set(paths)];
  const found = await house.documents.getMany<ConsentOnHand>(wanted);
  const known = new Map(wanted.map((path, n) => [path, found[n]?.data] as const));
  const senders = messages.map((message) => message.from ?? from);
  const brands = await brandsBy(house, companyId, senders);
  const agreed = (n: number): boolean => {
    const consent = known.get(paths[n] ?? '');
    return consent !== undefined && isAgreed(consent, { purpose, brands: brands.get(senders[n] ?? '') ?? [undefined] });
  };
  return new Set(messages.keys().filter((n) => !agreed(n)));
};

/** Messages of a campaign that wants consent, to those who have given none, become skipped touches. */
export const skipWithoutConsent = async <Touch extends AssembledTouch>(
  house: House,
  asking: Asking,
  touches: readonly Touch[],
): Promise<readonly (Touch | Extract<AssembledTouch, { kind: 'skipped' }>)[]> => {
  const messages = touches.flatMap((touch, n): readonly (readonly [number, Message])[] => (touch.kind === 'message' ? [[n, touch]] : []));
  const without = await notAgreed(
    house,
    asking,
    messages.map(([, touch]) => touch),
  );
  const skipped = new Set([...without].map((at) => messages[at]?.[0]));
  return touches.map((touch, n) => (skipped.has(n) ? { place: touch.place, kind: 'skipped', code: 'no_consent' } : touch));
};

import { isPool } from '#domain/kernel/ids.ts';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import type { House } from './house.ts';
import { optedOutAmong, type Addressee } from './opted-out-among.ts';

type Message = Extract<AssembledTouch, { kind: 'message' }>;

/** `from`: the campaign's sender, of messages that have none of their own. A pool's numbers may have brands, and which one it is to be is not known yet. */
export const addresseeOf = ({ to, from, place: { channel } }: Pick<Message, 'to' | 'from' | 'place'>, campaignFrom: string): Addressee => {
  const sender = from ?? campaignFrom;
  return { channel, to, from: isPool(sender) ? undefined : sender };
};

/**
 * Messages to those who want none any more become skipped touches. It is asked once more when they are sent: who opts out in between gets
 * nothing either.
 */
export const skipOptedOut = async <Touch extends AssembledTouch>(
  house: House,
  { companyId, from }: Readonly<{ companyId: string; from: string }>,
  touches: readonly Touch[],
): Promise<readonly (Touch | Extract<AssembledTouch, { kind: 'skipped' }>)[]> => {
  const messages = touches.flatMap((touch, n): readonly (readonly [number, Message])[] => (touch.kind === 'message' ? [[n, touch]] : []));
  const { codes } = await optedOutAmong(
    house,
    { companyId, everywhere: false },
    messages.map(([, touch]) => addresseeOf(touch, from)),
  );
  const skipped = new Map(messages.map(([n], at) => [n, codes[at]] as const));
  return touches.map((touch, n) => {
    const code = skipped.get(n);
    return code === undefined ? touch : { place: touch.place, kind: 'skipped', code };
  });
};

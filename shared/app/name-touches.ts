import type { Facts } from '#domain/message/assemble.ts';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import type { House } from './house.ts';

/** A touch as it was assembled: what names its person is text still. */
export type TextTouch = AssembledTouch & Readonly<{ claimText?: string; says?: Facts; appointmentText?: string }>;

const shapes = new WeakMap<readonly string[], string>();

/** Long enough to tell a campaign's few lists of names apart. */
const shapeLetters = 8;

/** `{names}.{values}`, each a fingerprint: facts can be compared where the same names were looked at. */
const factsOf = ({ vault }: House, companyId: string, { names, text }: Facts): string => {
  const shape = shapes.get(names) ?? vault.fingerprint(companyId, JSON.stringify(names)).slice(0, shapeLetters);
  shapes.set(names, shape);
  return `${shape}.${vault.fingerprint(companyId, text)}`;
};

/** Claims, facts and person days become fingerprints under the company's secret. */
export const nameTouches = (house: House, companyId: string, touches: readonly TextTouch[]): readonly AssembledTouch[] =>
  touches.map((touch) => {
    if (touch.kind !== 'message') return touch;
    const { claimText = '', says, personDay, appointmentText, ...rest } = touch;
    return {
      ...rest,
      ...(personDay === undefined ? {} : { personDay: house.vault.fingerprint(companyId, personDay) }),
      ...(says === undefined ? {} : { facts: factsOf(house, companyId, says) }),
      ...(appointmentText === undefined ? {} : { appointment: house.vault.fingerprint(companyId, appointmentText) }),
      claim: house.vault.fingerprint(companyId, claimText),
    };
  });

import type { dedupeFields } from '../campaign/definition.ts';
import type { Channel } from '../kernel/ids.ts';
import { remember } from '../kernel/remember.ts';

export type DedupeField = (typeof dedupeFields)[number];

/** "Same day, same person, same doctor, same end contact point." */
export const defaultDedupe: readonly DedupeField[] = ['day', 'person', 'practitioner', 'contactPoint'];

/** What makes two messages the same. Fields that the file does not have are ''. Days are local, yyyy-mm-dd. */
export type ClaimFacts = Readonly<{
  /** nominal day of sending, before any move into a window */
  day: string;
  appointmentDay: string | undefined;
  /** the company's own id of the person */
  person: string;
  name: string;
  practitioner: string;
  contactPoint: string;
  channel: Channel;
}>;

/** Ids and numbers that are folded already. */
const plain = /^[0-9a-z+@._-]*$/;

/** Spelled the same though typed differently: spaces, upper case, composed accents. */
const foldAny = remember(10_000, (text: string): string =>
  text.normalize('NFC').toLowerCase().normalize('NFC').trim().replace(/\s+/g, ' '),
);

const fold = (text: string): string => (plain.test(text) ? text : foldAny(text));

/** A long number that a spreadsheet rounded (2.98725E+13) is shared by strangers. */
const isRounded = (id: string): boolean => /^\d(?:[.,]\d+)?E\+\d+$/i.test(id);

/**
 * Who it is: the company's id of the person. Without one, or with one that a spreadsheet rounded, name and contact point together:
 * two children on one phone are two people, and get both reminders.
 */
export const personOf = ({ person, name, contactPoint }: Pick<ClaimFacts, 'person' | 'name' | 'contactPoint'>): string =>
  person !== '' && !isRounded(person) ? fold(person) : JSON.stringify([fold(person), fold(name), fold(contactPoint)]);

const partOf: Readonly<Record<DedupeField, (facts: ClaimFacts) => string>> = {
  day: ({ day, appointmentDay }) => (appointmentDay === undefined ? day : `${day} ${appointmentDay}`),
  person: personOf,
  practitioner: ({ practitioner }) => fold(practitioner),
  contactPoint: ({ contactPoint }) => fold(contactPoint),
};

/** One text for all messages that count as the same; its fingerprint, under the company's secret, is the claim. Channel always counts. */
export const claimText = (dedupe: readonly DedupeField[] | undefined, facts: ClaimFacts): string => {
  const wanted = dedupe ?? defaultDedupe;
  const parts = defaultDedupe.map((field) => (wanted.includes(field) ? partOf[field](facts) : null));
  return JSON.stringify([facts.channel, ...parts]);
};

/** Whether texts tell of a contact point: an E.164 phone number, an e-mail address (in small letters), or the id of a page's visitor. */
export type Mentions = Readonly<{
  /** one cell of a file: the number or address itself, however it is written */ inCell: (text: string) => boolean;
  /** anywhere in a text */ inText: (text: string) => boolean;
}>;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Addresses in requests of providers are written as `ana%40example.com`. */
const decoded = (text: string): string => text.replaceAll(/%40/gi, '@').replaceAll(/%2B/gi, '+').replaceAll(/%20/g, ' ');

const between = String.raw`[\s().\-/]*`;
const spread = (digits: string): string => digits.split('').join(between);

/** As people write it at home and from abroad: of +12085550123 also (208) 555-0123, of +4930123456 also 030 123456. */
const phonePattern = (digits: string): string => {
  if (digits.startsWith('1') && digits.length === 11) return `(?:(?:00|011)?${between}1${between})?${spread(digits.slice(1))}`;
  const homely = [1, 2, 3].map((country) => `0?${between}${spread(digits.slice(country))}`);
  return [`(?:00|011)?${between}${spread(digits)}`, ...homely].map((one) => `(?:${one})`).join('|');
};

const matcher = (pattern: RegExp) => (text: string) => pattern.test(decoded(text));

const ofAddress = (address: string): Mentions => {
  const inText = matcher(new RegExp(String.raw`(?<![\w.+\-])${escaped(address)}(?![\w\-]|\.\w)`, 'i'));
  return { inCell: inText, inText };
};

/** A text as a phone number, E.164; undefined: it is none. */
export type ReadPhone = (text: string) => string | undefined;

const ofPhone = (phone: string, readPhone: ReadPhone): Mentions => {
  const digits = phone.slice(1);
  const inCell = matcher(new RegExp(`(?<!\\d)(?:${phonePattern(digits)})(?!\\d)`));
  // in a text that is no cell only the whole number is one: the rest of it may be anything
  const whole = digits.startsWith('1') && digits.length === 11 ? phonePattern(digits) : spread(digits);
  const inText = matcher(new RegExp(`(?<!\\d)(?:${whole})(?!\\d)`));
  const isAnother = (text: string): boolean => (readPhone(text) ?? phone) !== phone;
  return { inCell: (text) => inCell(text) && !isAnother(text), inText };
};

const ofId = (id: string): Mentions => {
  const inText = matcher(new RegExp(`(?<!\\w)${escaped(id)}(?!\\w)`));
  return { inCell: inText, inText };
};

/** What to look for when a person is shown or forgotten. */
export const mentionsPerson = (contactPoint: string, readPhone: ReadPhone): Mentions => {
  if (contactPoint.includes('@')) return ofAddress(contactPoint);
  return /^\+\d{6,15}$/.test(contactPoint) ? ofPhone(contactPoint, readPhone) : ofId(contactPoint);
};

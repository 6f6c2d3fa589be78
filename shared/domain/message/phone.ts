import { Metadata, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { remember } from '../kernel/remember.ts';

export type PhoneFault = 'phone_missing' | 'phone_invalid' | 'phone_landline' | 'phone_service';
export type Phone = Readonly<{ e164: string }> | Readonly<{ fault: PhoneFault }>;

/** Numbers as people of the North American plan write them. */
const american = /^(\+?1[ .-]*)?(?:\(([2-9]\d\d)\)|([2-9]\d\d))[ .-]*([2-9]\d\d)[ .-]*(\d{4})$/;

type Typed = Readonly<{ type: (name: string) => Readonly<{ pattern: () => string }> | undefined }>;

/** The library's own pattern of American numbers that may be mobile, which it tests only after a parse that costs ten times as much. */
const americanLines = ((): RegExp => {
  const metadata = new Metadata();
  metadata.selectNumberingPlan('US');
  const pattern = (metadata as unknown as { numberingPlan?: Typed }).numberingPlan?.type('FIXED_LINE')?.pattern();
  return pattern ? new RegExp(`^(?:${pattern})$`) : /^$/;
})();

/** The number when it is surely a good American one; undefined leaves the decision to the whole library. */
const readAmerican = (text: string, region: string): string | undefined => {
  const match = american.exec(text);
  if (!match) return undefined;
  const prefix = match[1];
  if (region !== 'US' && !prefix?.startsWith('+')) return undefined;
  const national = `${match[2] ?? match[3]}${match[4]}${match[5]}`;
  return americanLines.test(national) ? `+1${national}` : undefined;
};

/**
 * Kinds of numbers that nobody carries with them: they may be texted by nobody, or at a price. What the plan does not tell apart (America's
 * landlines and mobiles) or does not name passes; so does a telephone of the internet, which often takes messages.
 */
const services: ReadonlySet<string> = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER', 'UAN', 'VOICEMAIL']);

/** America's 5xx numbers follow a person to any telephone, and Twilio's numbers for tests are among them; elsewhere such a number costs whoever calls it. */
const follows = (type: string | undefined, countryCode: string): boolean => type === 'PERSONAL_NUMBER' && countryCode === '1';

type ReadNumber = Readonly<{ e164: string; fault?: PhoneFault }> | Readonly<{ fault: PhoneFault }>;

const faultOf = (type: string | undefined, countryCode: string): PhoneFault | undefined => {
  if (type === 'FIXED_LINE') return 'phone_landline';
  if (follows(type, countryCode)) return undefined;
  return type !== undefined && services.has(type) ? 'phone_service' : undefined;
};

const readAny = (text: string, region: string): ReadNumber => {
  const number = parsePhoneNumberFromString(text, { defaultCountry: region as CountryCode, extract: false });
  // an extension belongs to a switchboard, which reads no messages
  if (!number?.isValid() || number.ext) return { fault: 'phone_invalid' };
  const fault = faultOf(number.getType(), number.countryCallingCode);
  return fault ? { e164: number.number, fault } : { e164: number.number };
};

const readers = remember(50, (region: string) => remember(20_000, (text: string) => readAny(text, region)));

/**
 * A number that can get a message, as E.164; `region` (two letters) is the country of numbers written without one. A landline can be called
 * and takes no texts.
 */
export const readPhone = (text: string, region = 'US', use: 'text' | 'voice' = 'text'): Phone => {
  const written = text.trim();
  if (written === '') return { fault: 'phone_missing' };
  const e164 = readAmerican(written, region);
  if (e164 !== undefined) return { e164 };
  const read = readers(region)(written);
  if (!('e164' in read)) return read;
  const isCalled = use === 'voice' && read.fault === 'phone_landline';
  return read.fault === undefined || isCalled ? { e164: read.e164 } : { fault: read.fault };
};

/** Whether a number that is none here would be one with a + before it, which spreadsheets take away like the zeros of 0044. */
export const mayLackPlus = (text: string): boolean => /^\d{11,15}$/.test(text) && !('fault' in readPhone(`+${text}`));

import { timingSafeEqual } from 'node:crypto';
import { pageKinds, type PageKind } from '#domain/campaign/page-links.ts';
import { channels, messageIdOf, parseMessageId } from '#domain/kernel/ids.ts';
import type { Vault } from '#ports/vault.ts';

/** Which page, of which message. Whose message it is, and until when the link counts, stands in the log. */
export type PageLink = Readonly<{ kind: PageKind; messageId: string }>;
/** `signed` is what the signature is about. */
export type ReadToken = PageLink & Readonly<{ packetId: string; signed: string; signature: string }>;

/** Nobody guesses a signature of 66 bits: of a thousand guesses a second one meets it in a thousand million years. */
const signatureLetters = 11;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** of ids of ours, five bits a letter */
const idLetters = 'abcdefghijkmnpqrstuvwxyz23456789';
const kindLetters: Readonly<Record<PageKind, string>> = { answer: 'a', confirm: 'c', cancel: 'x', reschedule: 'r', unsubscribe: 'u' };
const kindOf = new Map(pageKinds.map((kind) => [kindLetters[kind], kind] as const));

const digitOf = new Map(digits.split('').map((letter, n) => [letter, n] as const));
const idLetterOf = new Map(idLetters.split('').map((letter, n) => [letter, n] as const));

/** Five bits a digit, the lowest first; the sixth says that more follow. The last one is a letter: no program that finds links leaves it out. */
const written = (value: number): string =>
  value < 32 ? digits.charAt(value) : digits.charAt(32 + (value % 32)) + written(Math.floor(value / 32));

/** The numbers in it; undefined for what is no such text. */
const numbersIn = (text: string): readonly number[] | undefined => {
  const numbers: number[] = [];
  let value = 0;
  let weight = 1;
  for (const letter of text) {
    const digit = digitOf.get(letter);
    if (digit === undefined || weight > 2 ** 40) return undefined;
    value += (digit % 32) * weight;
    weight *= 32;
    if (digit >= 32) continue;
    numbers.push(value);
    value = 0;
    weight = 1;
  }
  return weight === 1 ? numbers : undefined;
};

const rowsOfChunk = 500;
/** Rows lie near their chunk, mostly behind its first one. */
const zigzag = (near: number): number => (near < 0 ? -2 * near - 1 : 2 * near);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

const packetLetters = 12;
const half = packetLetters / 2;
const halfDigits = 5;

/** Six letters of an id as five digits; undefined where it is none of ours. */
const packed = (letters: string): string | undefined => {
  let value = 0;
  for (const letter of letters) {
    const n = idLetterOf.get(letter);
    if (n === undefined) return undefined;
    value = value * 32 + n;
  }
  let text = '';
  for (let n = 0; n < halfDigits; n++) {
    text = digits.charAt(value % 64) + text;
    value = Math.floor(value / 64);
  }
  return text;
};

const unpacked = (text: string): string => {
  let value = 0;
  for (const letter of text) value = value * 64 + (digitOf.get(letter) ?? 0);
  let letters = '';
  for (let n = 0; n < half; n++) {
    letters = idLetters.charAt(value % 32) + letters;
    value = Math.floor(value / 32);
  }
  return letters;
};

/** The packet's id, short where it is of our making; else at its whole length, with its length before it. */
const packetText = (body: string): Readonly<{ text: string; isShort: boolean }> => {
  const [first, second] = body.length === packetLetters ? [packed(body.slice(0, half)), packed(body.slice(half))] : [];
  if (first !== undefined && second !== undefined) return { text: first + second, isShort: true };
  return { text: `${written(body.length)}${body}`, isShort: false };
};

type Signing = Pick<Vault, 'fingerprint'>;

/** `key`: which of the keys of links. */
const signatureOf = (vault: Signing, { companyId, key, signed }: Readonly<{ companyId: string; key: number; signed: string }>): string =>
  vault.fingerprint(companyId, `page\n${key}\n${signed}`).slice(0, signatureLetters);

/** The part of a message's links that all of them share. */
const placeText = (messageId: string): ReturnType<typeof packetText> => {
  const parsed = parseMessageId(messageId);
  if (!parsed) throw new TypeError('a link belongs to a message');
  const { packetId, chunk, place } = parsed;
  const packet = packetText(packetId.slice('pkt_'.length));
  const near = zigzag(place.row - chunk * rowsOfChunk);
  const rest = written(chunk) + written(near) + written(place.offset * channels.length + channels.indexOf(place.channel));
  return { text: packet.text + rest, isShort: packet.isShort };
};

/**
 * A link that nobody but us could have made, for the part of an address behind `/p/`: kind, signature and place, 25 to 27 letters. It tells of
 * nobody. `key`: the number of the key that it is signed with.
 */
export const pageToken = (
  vault: Signing,
  companyId: string,
  { kind, messageId, key = 1 }: PageLink & Readonly<{ key?: number }>,
): string => {
  const { text, isShort } = placeText(messageId);
  const letter = isShort ? kindLetters[kind] : kindLetters[kind].toUpperCase();
  const signed = letter + text;
  return letter + signatureOf(vault, { companyId, key, signed }) + text;
};

const packetIn = (text: string, isShort: boolean): Readonly<{ body: string; rest: string }> => {
  const shortLength = 2 * halfDigits;
  if (isShort) {
    const body = unpacked(text.slice(0, halfDigits)) + unpacked(text.slice(halfDigits, shortLength));
    return { body, rest: text.slice(shortLength) };
  }
  const length = digitOf.get(text.charAt(0)) ?? 0;
  return { body: text.slice(1, 1 + length), rest: text.slice(1 + length) };
};

const longest = 100;

/** What a token says, whoever wrote it; undefined for what is no token. */
export const readPageToken = (token: string): ReadToken | undefined => {
  if (token.length > longest || !/^[\w-]+$/.test(token)) return undefined;
  const letter = token.charAt(0);
  const kind = kindOf.get(letter.toLowerCase());
  const text = token.slice(1 + signatureLetters);
  if (!kind || text.length < 2) return undefined;
  const { body, rest } = packetIn(text, letter === kindLetters[kind]);
  const [chunk, near, by, ...more] = numbersIn(rest) ?? [];
  if (chunk === undefined || near === undefined || by === undefined || more.length > 0) return undefined;
  const packetId = `pkt_${body}`;
  const channel = channels[by % channels.length] ?? 'sms';
  const row = unzigzag(near) + chunk * rowsOfChunk;
  const messageId = messageIdOf(packetId, chunk, { row, channel, offset: Math.floor(by / channels.length) });
  if (!parseMessageId(messageId)) return undefined;
  return { kind, messageId, packetId, signed: letter + text, signature: token.slice(1, 1 + signatureLetters) };
};

/** Whether a token was signed for this company, with this key or the one before it. Compares in constant time. */
export const isSigned = (
  vault: Signing,
  companyId: string,
  { signed, signature, key = 1 }: ReadToken & Readonly<{ key?: number }>,
): boolean =>
  [key, key - 1].some((one) => {
    if (one < 1) return false;
    const expected = Buffer.from(signatureOf(vault, { companyId, key: one, signed }));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  });

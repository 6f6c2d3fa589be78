import { sendingModes, type SendingMode } from '../kernel/sending-mode.ts';

/** A key as people hold it: `carillon_live_`, 30 random characters, and 6 that check them, so that a typing error is found without asking anybody. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 30;
const checkLength = 6;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309) of ASCII. */
const crc32 = (text: string): number => {
  let crc = 0xffffffff;
  for (let n = 0; n < text.length; n++) crc = crcTable[(crc ^ text.charCodeAt(n)) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

const checkOf = (text: string): string => {
  let rest = crc32(text);
  let check = '';
  for (let n = 0; n < checkLength; n++) {
    check = alphabet[rest % alphabet.length]! + check;
    rest = Math.floor(rest / alphabet.length);
  }
  return check;
};

/** Bytes from here on would make some characters more likely than others. */
const unfair = 256 - (256 % alphabet.length);

/** Undefined: too few of the random bytes are fair; ask again with more of them. */
export const keyText = (mode: SendingMode, random: Uint8Array): string | undefined => {
  const fair = [...random].filter((byte) => byte < unfair).slice(0, randomLength);
  if (fair.length < randomLength) return undefined;
  const body = `carillon_${mode}_${fair.map((byte) => alphabet[byte % alphabet.length]).join('')}`;
  return body + checkOf(body);
};

const form = new RegExp(`^carillon_(${sendingModes.join('|')})_[0-9A-Za-z]{${randomLength + checkLength}}$`);

/** The mode that a key's text names; undefined where it is no key, or was mistyped. */
export const modeOfKey = (text: string): SendingMode | undefined => {
  const mode = form.exec(text)?.[1];
  if (mode === undefined || checkOf(text.slice(0, -checkLength)) !== text.slice(-checkLength)) return undefined;
  return mode as SendingMode;
};

import type { Channel } from '../kernel/ids.ts';
import { septets } from './gsm7.ts';

/**
 * How many SMS a text costs. GSM 03.38: 160 septets, or 153 a segment; with any other character UCS-2: 70 units, or 67 a segment.
 * Neither an escaped character nor a grapheme is cut in two.
 */

export type Segments = Readonly<{ encoding: 'GSM-7' | 'UCS-2'; segments: number }>;

/** The longest body that providers take of a channel, in UTF-16 units; of Instagram in bytes. */
const maxBody: Readonly<Record<Channel, number>> = {
  sms: 1600,
  mms: 1600,
  whatsapp: 1600,
  voice: 3000,
  email: 100_000,
  messenger: 2000,
  instagram: 1000,
};

/** Septets of the text and segments of 153 filled one after another; undefined as soon as a character is not of GSM 03.38. */
const packSeptets = (text: string): number | undefined => {
  let total = 0;
  let segments = 1;
  let filled = 0;
  for (let i = 0; i < text.length; i += 1) {
    const size = septets[text.charCodeAt(i)]!;
    if (size === 0) return undefined;
    total += size;
    filled += size;
    if (filled > 153) {
      segments += 1;
      filled = size;
    }
  }
  return total <= 160 ? 1 : segments;
};

/** Below these, every UTF-16 unit but CR LF is a grapheme of its own, and CR LF may be cut. */
const isSimple = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x300 && !(unit >= 0x2010 && unit < 0x2028) && !(unit >= 0x2030 && unit < 0x2060)) return false;
  }
  return true;
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const graphemeSizes = (text: string): number[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment).flatMap((one) => (one === '\r\n' ? [1, 1] : [one.length]));

/** As packSeptets, in graphemes: the head of a text that turns out to need more than one segment moves what is over 67 into the second. */
const packGraphemes = (sizes: readonly number[]): number => {
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    filled += size;
    if (filled > 67) {
      segments += 1;
      filled = size;
    }
  }
  return segments;
};

/** Encoding and number of segments of a body. */
export const segmentsOf = (text: string): Segments => {
  const gsm = packSeptets(text);
  if (gsm !== undefined) return { encoding: 'GSM-7', segments: gsm };
  if (text.length <= 70) return { encoding: 'UCS-2', segments: 1 };
  const segments = isSimple(text) ? Math.ceil(text.length / 67) : packGraphemes(graphemeSizes(text));
  return { encoding: 'UCS-2', segments };
};

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a channel takes no text of this length. */
export const isTooLong = (channel: Channel, body: string): boolean =>
  (channel === 'instagram' ? bytesOf(body) : body.length) > maxBody[channel];

/** What limits and prices count of a message: the segments of an sms; anything else is one, as providers count it by the piece. */
export const unitsOf = (channel: Channel, body: string): number => (channel === 'sms' ? segmentsOf(body).segments : 1);

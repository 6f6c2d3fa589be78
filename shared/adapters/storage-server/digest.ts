import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Castagnoli's polynomial, reflected. Node's zlib has CRC-32 alone. */
const polynomial = 0x82f63b78;
const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
  return value >>> 0;
});

const addTo = (crc: number, bytes: Uint8Array): number => {
  let value = ~crc;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
};

const inBase64 = (crc: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return bytes.toString('base64');
};

export type Digest = Readonly<{ size: string; md5Hash: string; crc32c: string }>;

/** Size and hashes of a file, as Cloud Storage writes them. */
export const digestOf = async (file: string): Promise<Digest> => {
  const md5 = createHash('md5');
  let [crc, size] = [0, 0];
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    md5.update(piece);
    crc = addTo(crc, piece);
    size += piece.length;
  }
  return { size: String(size), md5Hash: md5.digest('base64'), crc32c: inBase64(crc) };
};

import { crc32, deflateRawSync } from 'node:zlib';
import type { PackedFile } from './package-files.ts';

/** 1980-01-01, the first day that a zip knows: the time of packing would make another package of the same files. */
const dosDate = 0x21;
const madeByUnix = 0x031e;
const needed = 20;
const deflated = 8;
const utf8Names = 0x0800;

type Entry = Readonly<{ name: Buffer; crc: number; bytes: Buffer; size: number; mode: number; offset: number }>;

/** What both headers of a file say alike, from "version needed" to the length of the name. */
const about = ({ name, crc, bytes, size }: Entry): Buffer => {
  const part = Buffer.alloc(24);
  part.writeUInt16LE(needed, 0);
  part.writeUInt16LE(utf8Names, 2);
  part.writeUInt16LE(deflated, 4);
  part.writeUInt16LE(dosDate, 8);
  part.writeUInt32LE(crc, 10);
  part.writeUInt32LE(bytes.length, 14);
  part.writeUInt32LE(size, 18);
  part.writeUInt16LE(name.length, 22);
  return part;
};

const localHeader = (entry: Entry): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about(entry), Buffer.alloc(2), entry.name]);

const centralHeader = (entry: Entry): Buffer => {
  const start = Buffer.from('PK\x01\x02\0\0', 'latin1');
  start.writeUInt16LE(madeByUnix, 4);
  const end = Buffer.alloc(16);
  end.writeUInt32LE(entry.mode * 0x10000, 8);
  end.writeUInt32LE(entry.offset, 12);
  return Buffer.concat([start, about(entry), end, entry.name]);
};

const endOf = (entries: number, centralBytes: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(centralBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/** A zip of the files (PKWARE's APPNOTE, without ZIP64); the same files give the same bytes. */
export const zip = (files: readonly PackedFile[]): Buffer => {
  const parts: Buffer[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const { path, content, executable } of files) {
    const bytes = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(path);
    const entry = { name, crc: crc32(content), bytes, size: content.length, mode: executable ? 0o100755 : 0o100644, offset };
    const header = localHeader(entry);
    parts.push(header, bytes);
    entries.push(entry);
    offset += header.length + bytes.length;
  }
  const central = Buffer.concat(entries.map(centralHeader));
  return Buffer.concat([...parts, central, endOf(entries.length, central.length, offset)]);
};

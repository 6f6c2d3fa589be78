import { crc32 } from 'node:zlib';

export type ZipEntry = Readonly<{ path: string; content: Buffer; executable: boolean }>;

const version = 20;
/** 1980-01-01, the first day that a zip file knows: the day on which it was made must not change it. */
const day = 0x21;
const madeByUnix = 3 << 8;
const regularFile = 0o100000;
const namesAreUtf8 = 0x800;

/** Fields that a local header and an entry of the directory share; the content is stored as it is (method 0). */
const facts = ({ path, content }: ZipEntry): Buffer => {
  const buffer = Buffer.alloc(26);
  buffer.writeUInt16LE(version, 0);
  buffer.writeUInt16LE(namesAreUtf8, 2);
  buffer.writeUInt16LE(day, 8);
  buffer.writeUInt32LE(crc32(content), 10);
  buffer.writeUInt32LE(content.length, 14);
  buffer.writeUInt32LE(content.length, 18);
  buffer.writeUInt16LE(Buffer.byteLength(path), 22);
  return buffer;
};

const localPart = (entry: ZipEntry): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04'), facts(entry), Buffer.from(entry.path), entry.content]);

const directoryPart = (entry: ZipEntry, offset: number): Buffer => {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(madeByUnix | version);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((regularFile | (entry.executable ? 0o755 : 0o644)) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, facts(entry), rest, Buffer.from(entry.path)]);
};

const endPart = (entries: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/**
 * A zip file (APPNOTE.TXT 4.3) whose bytes depend on paths and contents alone, not on the day, the machine or a version of zlib: nothing is
 * compressed, and no time is kept. Takes what fits into 4 GB.
 */
export const zip = (entries: readonly ZipEntry[]): Buffer => {
  const locals = entries.map(localPart);
  let offset = 0;
  const directory = entries.map((entry, index) => {
    const part = directoryPart(entry, offset);
    offset += locals[index]?.length ?? 0;
    return part;
  });
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...locals, ...directory, endPart(entries.length, size, offset)]);
};

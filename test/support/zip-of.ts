import { crc32, deflateRawSync } from 'node:zlib';

type Packed = Readonly<{ name: Buffer; crc: number; content: Buffer; packed: Buffer; offset: number }>;

const header = (signature: number, { name, crc, content, packed }: Packed, extra: Buffer): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  const made = signature === 0x02014b50 ? Buffer.from([20, 0]) : Buffer.alloc(0);
  return Buffer.concat([mark, made, fields, extra, name]);
};

/** A zip of files by their names, made here so that no other program is needed. */
export const zipOf = (files: Readonly<Record<string, string | Buffer>>): Buffer => {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const one: Packed = { name: Buffer.from(name), crc: crc32(content), content, packed: deflateRawSync(content), offset };
    const local = Buffer.concat([header(0x04034b50, one, Buffer.alloc(0)), one.packed]);
    const extra = Buffer.alloc(14);
    extra.writeUInt32LE(offset, 10);
    list.push(header(0x02014b50, one, extra));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
};

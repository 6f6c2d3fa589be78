import { finished } from 'node:stream';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type OpenFile, type SourceFile, type Wrapping } from '#ports/row-reader.ts';
import { joined, skipBytes } from './gunzip.ts';
import { openZip } from './open-zip.ts';

/** What systems put beside the one file that somebody packed. */
const isBeside = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(name);

const theOne = (names: readonly string[]): string => {
  const files = names.filter((name) => !isBeside(name));
  const [one] = files;
  if (one === undefined) {
    throw new FileUnreadable('archive_empty', 'There is no file in the packed file. Pack it again, or drop the file unpacked.');
  }
  if (files.length > 1) {
    throw new FileUnreadable(
      'archive_several',
      `There are ${files.length} files in the packed file, and nobody can tell which one is meant. Drop them one by one, unpacked or packed alone.`,
    );
  }
  return one;
};

const openOnly =
  (file: SourceFile, name: string): OpenFile =>
  async (start) => {
    const zip = await openZip(file);
    const content = joined([await zip.read(name, readingLimits.unpackedBytes), skipBytes(start)], () => true);
    finished(content, () => zip.close());
    return content;
  };

/** A zip with one file in it: a place in it is a byte of what it unpacks to. */
export const zipWrapping: Wrapping = {
  container: 'zip',
  isIt: (head) => ['504b0304', '504b0506'].includes(head.toString('hex', 0, 4)),
  unwrap: async (file) => {
    const zip = await openZip(file);
    zip.close();
    const name = theOne(zip.names);
    return { open: openOnly(file, name), name: name.slice(name.lastIndexOf('/') + 1) };
  },
};

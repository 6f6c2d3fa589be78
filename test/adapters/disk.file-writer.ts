import fs from 'node:fs';
import { Readable } from 'node:stream';
import { diskFileStore } from '#adapters/disk/file-store.ts';

/** Replaces one file again and again until it is killed: the content is its number, on every line; it prints the number when it is written. */
const [root = ''] = process.argv.slice(2);
const files = diskFileStore(root);
const kept = await files.stat('drops/a').then(async (there) => (there ? fs.readFileSync(`${root}/drops/a`, 'utf8') : '0'));

for (let n = Number.parseInt(kept, 10) + 1; ; n++) {
  const part = `${n}\n`.repeat(5000);
  await files.write('drops/a', Readable.from([`${n}\n`, part, part, part, part]));
  fs.writeSync(1, `${n}\n`);
}

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deployFiles } from './deploy-files.ts';
import { zip } from './zip.ts';

/** `npm run -s package [FILE]`: the deploy package, `build/carillon.zip` unless told. The same code makes the same bytes. */
const root = join(import.meta.dirname, '../..');
const file = resolve(process.argv[2] ?? join(root, 'build/carillon.zip'));

const isExecutable = (path: string): boolean => path.endsWith('.sh') || path === 'bin/carillon.ts';
const entries = deployFiles(root).map((path) => ({ path, content: readFileSync(join(root, path)), executable: isExecutable(path) }));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, zip(entries));
process.stdout.write(`${file}: ${entries.length} files, ${Math.ceil(statSync(file).size / 1024)} KB\n`);

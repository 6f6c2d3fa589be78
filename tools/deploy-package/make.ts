import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFiles, root } from './package-files.ts';
import { zip } from './zip.ts';

/** `npm run -s package`: writes build/carillon.zip, which terraform uploads, and says what is in it. */
const files = packageFiles();
const bytes = zip(files);
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build/carillon.zip'), bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
process.stdout.write(`${JSON.stringify({ file: 'build/carillon.zip', files: files.length, bytes: bytes.length, sha256 })}\n`);

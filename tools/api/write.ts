import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describedResource, fileOfResource } from '#api/described-resource.ts';
import { resources } from '#api/resources.ts';

/**
 * The copies of the API's description that are committed, one file for each resource: `npm run -s api:write`. With `--release` also what
 * programs may be written against from now on, which nothing may break any more: `npm run -s api:release`.
 */
const folder = join(import.meta.dirname, '../../docs/openapi');
const folders = process.argv.includes('--release') ? [folder, join(folder, 'released')] : [folder];

for (const into of folders) {
  mkdirSync(into, { recursive: true });
  for (const resource of resources)
    writeFileSync(join(into, fileOfResource(resource)), `${JSON.stringify(describedResource(resource), null, 2)}\n`);
}

if (!process.argv.includes('--release')) await import('./write-client.ts');

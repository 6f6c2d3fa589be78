import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describedResource, fileOfResource } from '#api/described-resource.ts';
import { resources } from '#api/resources.ts';

const folder = join(import.meta.dirname, '../../docs/openapi');

describe('the committed copy of the API', () => {
  it('has a file for each resource', () => {
    const there = globSync('*.json', { cwd: folder }).map((path) => basename(path));
    assert.deepEqual(there.sort(), resources.map(fileOfResource).sort(), 'run "npm run -s api:write"');
  });

  for (const resource of resources)
    it(`says of ${resource.name} what the code says`, () => {
      const committed = JSON.parse(readFileSync(join(folder, fileOfResource(resource)), 'utf8')) as unknown;
      assert.deepEqual(
        committed,
        JSON.parse(JSON.stringify(describedResource(resource))),
        'run "npm run -s api:write", and look at what changed',
      );
    });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describedResource, fileOfResource } from '#api/described-resource.ts';
import { resources } from '#api/resources.ts';

/** `npm run api:write`: the copies of the API's description that are committed, one file for each resource. */
for (const resource of resources) {
  const file = join(import.meta.dirname, '../../docs/openapi', fileOfResource(resource));
  writeFileSync(file, `${JSON.stringify(describedResource(resource), null, 2)}\n`);
}

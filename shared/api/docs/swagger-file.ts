import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import swagger from 'swagger-ui-dist/package.json' with { type: 'json' };

/** The files of Swagger UI that the page needs, and no others. */
const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const pathOf: Readonly<Record<string, () => string>> = {
  'swagger-ui.css': () => import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': () => import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
};

export type ServedFile = Readonly<{ type: string; content: string; etag: string }>;

/** From the package on this machine; undefined: no file of the page. */
export const swaggerFile = async (name: string): Promise<ServedFile | undefined> => {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  const path = type === undefined ? undefined : pathOf[name]?.();
  if (type === undefined || path === undefined) return undefined;
  return { type, content: await readFile(fileURLToPath(path), 'utf8'), etag: `"${swagger.version}"` };
};

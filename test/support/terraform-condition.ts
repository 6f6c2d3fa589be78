import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../terraform/bucket.tf'), 'utf8');

const blockOf = (resource: string, name: string): string => {
  const start = text.indexOf(`resource "${resource}" "${name}"`);
  if (start < 0) throw new Error(`terraform/bucket.tf has no ${resource} ${name}`);
  return text.slice(start, text.indexOf('\n}\n', start));
};

/** The IAM condition that terraform writes for a binding of the drop bucket, with its variables filled in. */
export const terraformCondition = (binding: string, variables: Readonly<Record<string, string>>): string => {
  const written = /expression = "((?:[^"\\]|\\.)*)"/.exec(blockOf('google_storage_bucket_iam_member', binding))?.[1];
  if (written === undefined) throw new Error(`terraform/bucket.tf binds ${binding} without a condition`);
  return written.replaceAll(String.raw`\"`, '"').replaceAll(/\$\{([\w.]+)\}/g, (_, name: string) => variables[name] ?? `no ${name}`);
};

/** What the role of droppers may do. */
export const dropperPermissions = (): readonly string[] =>
  [...blockOf('google_project_iam_custom_role', 'dropper').matchAll(/"(storage\.[\w.]+)"/g)].map(([, permission = '']) => permission);

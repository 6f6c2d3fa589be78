import type { ApiRequest } from './api-request.ts';
import { isSigned, signerOf } from './signed-url.ts';
import { StorageError } from './storage-error.ts';
import type { StoredObject } from './stored-object.ts';

export type Binding = Readonly<{
  /** what the role grants, as IAM names it: `storage.objects.create`; others than those of objects are not looked at */
  permissions: readonly string[];
  /** addresses of service accounts */
  members: readonly string[];
  /** an IAM condition in CEL, of the forms that `readCondition` knows; none: the whole bucket */
  condition?: string;
}>;

/** Who may do what. A principal is known by a bearer token or by the key that its URLs are signed with. */
export type Access = Readonly<{
  tokens?: Readonly<Record<string, string>>;
  /** public keys as PEM */
  keys?: Readonly<Record<string, string>>;
  bindings: readonly Binding[];
}>;

export type Permission = 'create' | 'get' | 'list' | 'update' | 'delete';

type Condition = (resource: string) => boolean;

const startsWith = /^resource\.name\.startsWith\("([^"\\]+)"\)$/;
const isOfType = /^resource\.type\s*==\s*"storage\.googleapis\.com\/(Object|Bucket)"$/;

const readClause = (text: string): Condition => {
  const [, prefix] = startsWith.exec(text) ?? [];
  if (prefix !== undefined) return (resource) => resource.startsWith(prefix);
  const [, type] = isOfType.exec(text) ?? [];
  if (type !== undefined) return (resource) => resource.includes('/objects/') === (type === 'Object');
  throw new Error(`this server can't check the condition ${text}`);
};

/** Clauses joined by `&&`. Throws for a condition that it does not know, rather than to let everything pass. */
export const readCondition = (text: string | undefined): Condition => {
  const clauses = text === undefined ? [] : text.split('&&').map((clause) => readClause(clause.trim()));
  return (resource) => clauses.every((clause) => clause(resource));
};

const forbidden = (principal: string, permission: Permission): StorageError =>
  new StorageError(403, 'forbidden', `${principal} does not have storage.objects.${permission} access to the Google Cloud Storage object.`);

/** Asks who calls and whether they may. Without a list of who may, everybody may, as with Google's emulators. */
export const gate = (bucket: string, access: Access | undefined, now: () => number) => {
  const bindings = (access?.bindings ?? []).map((binding) => ({ ...binding, holds: readCondition(binding.condition) }));

  const callerOf = (asked: ApiRequest): string => {
    if (isSigned(asked)) return signerOf(asked, access?.keys ?? {}, now());
    const token = /^Bearer (.+)$/.exec(asked.request.headers.authorization ?? '')?.[1];
    const principal = token === undefined ? undefined : access?.tokens?.[token];
    if (principal === undefined) throw new StorageError(401, 'authError', 'Anonymous caller or invalid credentials.');
    return principal;
  };

  const check = (principal: string | undefined, permission: Permission, name: string): void => {
    if (!access || principal === undefined) return;
    // to list is a right on the bucket
    const resource = `projects/_/buckets/${bucket}${permission === 'list' ? '' : `/objects/${name}`}`;
    const may = ({ members, permissions, holds }: (typeof bindings)[number]): boolean =>
      members.includes(principal) && permissions.includes(`storage.objects.${permission}`) && holds(resource);
    if (!bindings.some(may)) throw forbidden(principal, permission);
  };

  return {
    check,
    /** Replacing an object takes the right to delete the old one. */
    checkWrite: (principal: string | undefined, name: string, older: StoredObject | undefined): void => {
      check(principal, 'create', name);
      if (older) check(principal, 'delete', name);
    },
    callerOf: (asked: ApiRequest): string | undefined => (access || isSigned(asked) ? callerOf(asked) : undefined),
  };
};

export type Gate = ReturnType<typeof gate>;

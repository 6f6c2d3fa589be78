import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** What a link in a mail is good for: once, until then. Only its hash is kept. */
export type AccessToken = Readonly<{
  kind: 'invitation' | 'reset';
  companyId: string;
  userId: string;
  /** real time, ms */ endsAt: number;
}>;

const pathOf = (text: string): string => `accessTokens/${createHash('sha256').update(text).digest('hex')}`;

/** The token of a user: the one before it works no longer. */
const newestPath = (kind: string, userId: string): string => `newestTokens/${kind}.${userId}`;

export const newToken = (): string => randomBytes(32).toString('base64url');

/** What goes with the event that says that there is one. `lasts`: real milliseconds. */
export const tokenWrites = async (
  { documents, clock }: House,
  text: string,
  { lasts, ...about }: Omit<AccessToken, 'endsAt'> & Readonly<{ lasts: number }>,
): Promise<readonly DocumentWrite[]> => {
  const newest = newestPath(about.kind, about.userId);
  const before = await documents.get<{ path: string }>(newest);
  const path = pathOf(text);
  const expiresAt = new Date(Date.parse(clock.now()) + lasts + 86_400_000).toISOString();
  return [
    { path, data: { ...about, endsAt: clock.realMs() + lasts } satisfies AccessToken, expiresAt, ifAbsent: true },
    { path: newest, data: { path }, expiresAt },
    ...(before ? [{ path: before.data.path, delete: true } as const] : []),
  ];
};

export type FoundToken = Document<AccessToken>;

/** Throws a Refusal `token_invalid`: unknown, used, too old, and for something else are the same. */
export const findToken = async ({ documents, clock }: House, text: string, kind: AccessToken['kind']): Promise<FoundToken> => {
  const found = await documents.get<AccessToken>(pathOf(text));
  if (found?.data.kind === kind && found.data.endsAt > clock.realMs()) return found;
  throw new Refusal('token_invalid', 'this link was used already, or has come to its end: ask for another one');
};

/** In the commit of what it was good for: two requests with one token can not both succeed. */
export const tokenUsed = ({ path, version, data }: FoundToken): readonly DocumentWrite[] => [
  { path, ifVersion: version, delete: true },
  { path: newestPath(data.kind, data.userId), delete: true },
];

import type { House } from './house.ts';

/** Which content stands under a list's name now. */
export type ListDocument = Readonly<{ companyId: string; listId: string; rows: number; chunks: number }>;

/** A list's name may name a person: its path tells nothing of it. */
export const listPath = ({ vault }: Pick<House, 'vault'>, companyId: string, name: string): string =>
  `companies/${companyId}/lists/${vault.fingerprint(companyId, `list/${name.trim().toLowerCase()}`)}`;

import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document } from '#ports/documents.ts';
import type { House } from './house.ts';

/** Which content stands under a list's name now; due at the time at which it was kept, so that lists can be listed. */
export type ListDocument = Readonly<{
  companyId: string;
  /** none: the list was forgotten */
  listId?: string;
  rows: number;
  chunks: number;
  keptAt?: string;
  /** lists that stood under the name before: they are forgotten with it */
  earlier?: readonly string[];
  /** how many times the name was forgotten: a list that is kept again is another one, whatever it holds */
  forgotten?: number;
  /** how many times a contact was corrected or removed since it was kept */
  edits?: number;
  /** how many times it was kept anew after that: whatever was edited is another list */
  renewed?: number;
}>;

/** The lists of a company. */
export const listsOf = (companyId: string): string => `companies/${companyId}/lists`;

/** A list's name may name a person: its path tells nothing of it. */
export const listPath = ({ vault }: Pick<House, 'vault'>, companyId: string, name: string): string =>
  `${listsOf(companyId)}/${vault.fingerprint(companyId, `list/${name.trim().toLowerCase()}`)}`;

export type NamedList = Readonly<{ companyId: string; name: string }>;
export type KeptDocument = Document<ListDocument & Readonly<{ listId: string }>>;

const isKept = (found: Document<ListDocument> | undefined): found is KeptDocument => found?.data.listId !== undefined;

/** Throws a Refusal where the company keeps none of that name. */
export const listNamed = async (house: House, { companyId, name }: NamedList): Promise<KeptDocument> => {
  const found = await house.documents.get<ListDocument>(listPath(house, companyId, name));
  if (isKept(found)) return found;
  throw new Refusal('list_unknown', `${companyId} keeps no list of that name: "carillon contacts list" shows the ones there are`);
};

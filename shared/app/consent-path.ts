import type { ConsentOnHand } from '#domain/consent/consent-on-hand.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';
import { suppressionPath, type Reached } from './suppression-path.ts';

/** Where it stands what a contact point has agreed to: of a company and a family of channels, as its opt-outs do. */
export const consentPath = (house: Pick<House, 'vault'>, companyId: string, reached: Reached): string =>
  suppressionPath(house, companyId, reached).replace('suppressions/', 'consents/');

/** Goes with the ledger's commit, which nobody else can make at the same time: what the ledger came to stands there whole. */
export const consentWrite = (path: string, given: ConsentOnHand['given']): DocumentWrite =>
  given.length === 0 ? { path, delete: true } : { path, data: { given } satisfies ConsentOnHand };

import type { DocumentExpectation } from '#ports/documents.ts';
import type { House } from './house.ts';
import type { WorkMessage } from './work-session.ts';

/** Where an opt-out of a contact point stands; written in the opt-out's own commit. */
export const suppressionPath = ({ vault }: House, companyId: string, contactPoint: string): string =>
  `suppressions/${companyId}-${vault.fingerprint(companyId, contactPoint)}`;

/** After an opt-out's commit no intent is stored for that recipient: the intents' commit expects that there is none. */
export const nobodyOptedOut = (house: House, companyId: string, messages: readonly WorkMessage[]): readonly DocumentExpectation[] =>
  [...new Set(messages.map(({ to }) => suppressionPath(house, companyId, to)))].map((path) => ({ path, absent: true }));

import type { House } from './house.ts';
import type { Claim } from './hold-claims.ts';
import { personDayPath, type PersonDay } from './queue-touches.ts';
import type { Message } from './sample-of.ts';
import { suppressionPath } from './suppression-path.ts';
import { claimPath } from './work-session.ts';

/** What a message is known by, and what the company knows of it already. */
export type Known = Readonly<{ claim: string; claimed: boolean; optedOut: boolean; personDay?: string; sentThatDay: number }>;

/** Looks up what the company knows of these messages. Reads alone. */
export type LookUp = (messages: readonly Message[]) => Promise<readonly Known[]>;

export const lookUpIn =
  (house: House, companyId: string): LookUp =>
  async (messages) => {
    const { vault, documents } = house;
    const claims = messages.map(({ claimText }) => vault.fingerprint(companyId, claimText));
    const days = messages.map(({ personDay }) => (personDay === undefined ? undefined : vault.fingerprint(companyId, personDay)));
    const someDays = [...new Set(days.filter((day) => day !== undefined))];
    const [owners, suppressions, counts] = await Promise.all([
      documents.getMany<Claim>(claims.map(claimPath)),
      documents.getMany(messages.map(({ to }) => suppressionPath(house, companyId, to))),
      documents.getMany<PersonDay>(someDays.map(personDayPath)),
    ]);
    const countOf = new Map(someDays.map((day, n) => [day, counts[n]?.data.count ?? 0]));
    return claims.map((claim, n) => {
      const day = days[n];
      const known = { claim, claimed: owners[n] !== undefined, optedOut: suppressions[n] !== undefined };
      return day === undefined ? { ...known, sentThatDay: 0 } : { ...known, personDay: day, sentThatDay: countOf.get(day) ?? 0 };
    });
  };

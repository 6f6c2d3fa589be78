import { createHash, randomUUID } from 'node:crypto';
import type { House } from '#app/house.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import type { Caller } from './caller.ts';
import { Problem } from './problem.ts';

/** An answer as it went out. */
export type SavedAnswer = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>;

/** `owner`: whoever works on it; `answer` is sealed: it may show people. */
type Claim = Readonly<{ fingerprint: string; claimedAt: number; owner?: string; answer?: string }>;

/** So long the first answer is given again, business time. */
const keptMs = 7 * 86_400_000;
/** Whoever has not said for so long that he is still at work is dead; real time. */
export const heldMs = 60_000;

export type Keyed = Readonly<{ caller: Pick<Caller, 'companyId' | 'mode' | 'user'>; route: string; key: string; payload: string }>;

/** Whoever sees some brands has keys apart from all others: a saved answer shows what the one saw who was answered first. */
const sightOf = ({ user }: Keyed['caller']): string => (user?.brands ? `${user.brands.toSorted().join('+')}/` : '');

/** What stands for the key of this company, mode, sight and route; it tells nothing of the key, which may name a person. */
export const seedOf = ({ vault }: House, { caller, route, key }: Omit<Keyed, 'payload'>): string =>
  vault.fingerprint(caller.companyId, `idempotency/${caller.mode}/${sightOf(caller)}${route}/${key}`);

const pathOf = (companyId: string, seed: string): string => `apiAnswers/${companyId}.${seed}`;

const fingerprintOf = ({ vault }: House, { caller, payload }: Keyed): string =>
  vault.fingerprint(caller.companyId, `payload/${createHash('sha256').update(payload).digest('hex')}`);

const scopeOf = (companyId: string): string => `answers/${companyId}`;

const openAnswer = async ({ vault }: House, companyId: string, sealed: string): Promise<SavedAnswer | undefined> => {
  const key = await vault.existingKey(scopeOf(companyId));
  return key && (JSON.parse(key.open(Buffer.from(sealed, 'base64')).toString()) as SavedAnswer);
};

const claimWrite = (house: House, path: string, data: Claim) => ({
  path,
  data,
  expiresAt: new Date(Date.parse(house.clock.now()) + keptMs).toISOString(),
});

const stillHeld = (house: House, { claimedAt }: Claim): number => Math.ceil((claimedAt + heldMs - house.clock.realMs()) / 1_000);

const tries = 5;

/** `saved`: what the key was answered; `owner`: the work is the caller's now, for `heldMs`, and only by that name can he renew, save and release. */
export type Claimed = Readonly<{ saved: SavedAnswer } | { owner: string }>;

/** Throws Problems: 409, 422. */
export const claimKey = async (house: House, keyed: Keyed): Promise<Claimed> => {
  const { companyId } = keyed.caller;
  const path = pathOf(companyId, seedOf(house, keyed));
  const fingerprint = fingerprintOf(house, keyed);
  for (let left = tries; left > 0; left--) {
    const found = await house.documents.get<Claim>(path);
    if (found && found.data.fingerprint !== fingerprint) throw new Problem('idempotency_key_reused');
    const saved = found?.data.answer === undefined ? undefined : await openAnswer(house, companyId, found.data.answer);
    if (saved) return { saved };
    const seconds = found ? stillHeld(house, found.data) : 0;
    if (seconds > 0) throw new Problem('request_in_flight', undefined, { headers: { 'retry-after': String(Math.min(seconds, 5)) } });
    const owner = randomUUID();
    try {
      const claim = claimWrite(house, path, { fingerprint, owner, claimedAt: house.clock.realMs() });
      await house.documents.write([{ ...claim, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }]);
      return { owner };
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
    }
  }
  throw new Problem('request_in_flight', undefined, { headers: { 'retry-after': '1' } });
};

export type Owned = Readonly<{ keyed: Keyed; owner: string }>;

/** Writes only while the claim is the owner's. False: somebody else has it, or had it last. */
const writeOwned = async (house: House, { owner }: Owned, write: DocumentWrite): Promise<boolean> => {
  for (let left = tries; left > 0; left--) {
    const found = await house.documents.get<Claim>(write.path);
    if (found?.data.owner !== owner) return false;
    try {
      await house.documents.write([{ ...write, ifVersion: found.version }]);
      return true;
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
    }
  }
  throw new DocumentMoved(write.path);
};

const ownPath = (house: House, { keyed }: Owned): string => pathOf(keyed.caller.companyId, seedOf(house, keyed));

/** He is still at work. False: the key is somebody else's by now. */
export const renewKey = (house: House, owned: Owned): Promise<boolean> => {
  const claim = { fingerprint: fingerprintOf(house, owned.keyed), owner: owned.owner, claimedAt: house.clock.realMs() };
  return writeOwned(house, owned, claimWrite(house, ownPath(house, owned), claim));
};

/** From now on the key has this answer. False: the key is somebody else's by now, and so is its answer. */
export const saveAnswer = async (house: House, owned: Owned, answer: SavedAnswer): Promise<boolean> => {
  const { keyed, owner } = owned;
  const key = await house.vault.keyFor(scopeOf(keyed.caller.companyId));
  if (!key) return false;
  const sealed = key.seal(Buffer.from(JSON.stringify(answer))).toString('base64');
  const claim: Claim = { fingerprint: fingerprintOf(house, keyed), owner, claimedAt: house.clock.realMs(), answer: sealed };
  return writeOwned(house, owned, claimWrite(house, ownPath(house, owned), claim));
};

/** Nothing was done: the key may be used again. False: it is somebody else's by now, who keeps it. */
export const releaseKey = (house: House, owned: Owned): Promise<boolean> =>
  writeOwned(house, owned, { path: ownPath(house, owned), delete: true });

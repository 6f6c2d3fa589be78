import { isSuppressed, skipCodeOf, type Suppression } from '#domain/consent/suppression.ts';
import type { DocumentExpectation } from '#ports/documents.ts';
import { brandsOf } from './brand-of.ts';
import type { House } from './house.ts';
import { suppressionPath, suppressionPaths, type Reached } from './suppression-path.ts';

/** Who is to get a message. `from`: its sender, whose brand it speaks for; undefined: not chosen yet, so its brand is left to the next one who asks. */
export type Addressee = Reached & Readonly<{ from: string | undefined }>;

/** Marks that stand and stop nothing that is sent here, by path: those of other brands. */
export type OtherMarks = ReadonlyMap<string, number>;

const isBoundToBrands = ({ all, brands }: Suppression): boolean => brands !== undefined || (all?.besides?.length ?? 0) > 0;

/** `everywhere`: what somebody wants of no company is looked at too; whoever only plans leaves that to the commit of the intents. */
export type LookedFor = Readonly<{ companyId: string; everywhere: boolean }>;

/**
 * Why each of them gets no message of that sender's brand (undefined: he may), and the versions of the marks that stand for others. Reads a document or two for each, and senders' numbers only where
 * a mark tells brands apart.
 */
export const optedOutAmong = async (
  house: House,
  { companyId, everywhere }: LookedFor,
  all: readonly Addressee[],
): Promise<Readonly<{ codes: readonly (string | undefined)[]; others: OtherMarks }>> => {
  const pathsOf = all.map((one) => (everywhere ? suppressionPaths(house, companyId, one) : [suppressionPath(house, companyId, one)]));
  const paths = [...new Set(pathsOf.flat())];
  const found = await house.documents.getMany<Suppression>(paths);
  const marks = new Map(paths.flatMap((path, n) => (found[n] ? [[path, found[n]] as const] : [])));
  if (marks.size === 0) return { codes: all.map(() => undefined), others: new Map() };
  const marksOf = pathsOf.map((own) => own.flatMap((path) => marks.get(path) ?? []));
  const asksBrand = marksOf.map((own) => own.some(({ data }) => isBoundToBrands(data)));
  const brands = await brandsOf(
    house,
    companyId,
    all.map(({ from }, n) => (asksBrand[n] ? from : undefined)),
  );
  const now = house.clock.now();
  const stops = (data: Suppression, n: number): boolean =>
    !(all[n]?.from === undefined && isBoundToBrands(data)) && isSuppressed(data, brands[n], now);
  const codes = marksOf.map((own, n) => own.flatMap(({ data }) => (stops(data, n) ? [skipCodeOf(data)] : []))[0]);
  const others = marksOf.flatMap((own, n) => (codes[n] !== undefined ? [] : own.map(({ path, version }) => [path, version] as const)));
  return { codes, others: new Map(others) };
};

/**
 * After an opt-out's commit no intent is stored for that recipient: the intents' commit expects that there is no mark, or the one that was looked at and is about
 * other brands. Costs nothing more however many brands there are.
 */
export const nobodyOptedOut = (
  house: House,
  companyId: string,
  all: readonly Reached[],
  others: OtherMarks = new Map(),
): readonly DocumentExpectation[] => {
  const paths = new Set(all.flatMap((one) => suppressionPaths(house, companyId, one)));
  return [...paths].map((path) => {
    const version = others.get(path);
    return version === undefined ? { path, absent: true } : { path, version };
  });
};

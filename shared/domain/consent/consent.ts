import type { Family } from '../kernel/channel-facts.ts';
import type { Command, Decider } from '../kernel/decider.ts';
import type { ConsentEvent, ConsentSource, Proof, Purpose, Scope } from './events.ts';

// Commands

type About = Readonly<{
  /** all of them at once: each becomes an event */
  families: readonly Family[];
  source: ConsentSource;
  from?: string | undefined;
  /** left out: all brands of the company */
  brandId?: string | undefined;
  campaignId?: string | undefined;
  messageId?: string | undefined;
  person: Proof;
  /** business time, UTC ISO */
  at: string;
}>;

/** `until`: UTC ISO; the opt-out ends by itself then. */
export type WithdrawConsent = Command<
  'WithdrawConsent',
  About & {
    scope: Scope;
    word?: string | undefined;
    ambiguous?: true | undefined;
    misdirected?: true | undefined;
    until?: string | undefined;
  }
>;
/** `marked`: families whose mark stands, whatever the stream says of them. */
export type GiveConsent = Command<'GiveConsent', About & { scope: Scope; purpose: Purpose; marked: readonly Family[] }>;
export type AskConsent = Command<'AskConsent', About & { purpose: Purpose; until?: string | undefined }>;
export type ConsentCommand = WithdrawConsent | GiveConsent | AskConsent;

// State

/** `besides`: brands whose messages it wants nevertheless. */
type Out = Readonly<{ scope: Scope; until?: string | undefined; source: ConsentSource; besides?: readonly string[] }>;
/** For what, and of which brand; left out: of all. */
type Wanted = Readonly<{ purpose: Purpose; brandId?: string | undefined }>;

type Asked = Wanted & Readonly<{ until?: string | undefined }>;

/**
 * What a contact point said of a family; `out` while it wants none of the company, `brands` of which brands alone it wants none, `everywhere` while it
 * wants none of any company.
 */
export type FamilyConsent = Readonly<{
  out?: Out;
  brands: Readonly<Record<string, Out>>;
  everywhere?: true;
  given: readonly Wanted[];
  asked: readonly Asked[];
}>;
export type ContactConsent = Readonly<Partial<Record<Family, FamilyConsent>>>;

const nothingSaid: FamilyConsent = { brands: {}, given: [], asked: [] };

const isSame = (one: Wanted, { purpose, brandId }: Wanted): boolean => one.purpose === purpose && one.brandId === brandId;
const isIn = (all: readonly Wanted[], wanted: Wanted): boolean => all.some((one) => isSame(one, wanted));

// Decide

type ConsentEventOf<Type extends ConsentEvent['type']> = Extract<ConsentEvent, { type: Type }>['data'];

const breadth: Readonly<Record<Scope, number>> = { channel: 0, company: 1, everywhere: 2 };

const without = <T extends object>(data: T): T => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;

/** Whether an opt-out that stands covers another one: as far, and for as long. */
const covers = (out: Out, { scope, until, at, brandId }: WithdrawConsent['data']): boolean => {
  // who wants some brand's messages nevertheless wants none of them now
  if (brandId === undefined ? (out.besides?.length ?? 0) > 0 : out.besides?.includes(brandId)) return false;
  const stands = out.until === undefined || out.until > at;
  return stands && breadth[out.scope] >= breadth[scope] && (out.until === undefined || (until !== undefined && until <= out.until));
};

const withdraw = ({ data }: WithdrawConsent, state: ContactConsent): readonly ConsentEvent[] => {
  const { families, person, at: _, ...rest } = data;
  return families.flatMap((family): readonly ConsentEvent[] => {
    const { out, brands } = state[family] ?? nothingSaid;
    const ofBrand = data.brandId === undefined ? undefined : brands[data.brandId];
    return [out, ofBrand].some((one) => one && covers(one, data))
      ? []
      : [{ type: 'ConsentWithdrawn', data: without({ family, ...rest }), private: without(person) }];
  });
};

/** What the person did himself, here or at the provider, or an address that nobody had until he wrote: his START takes it back. What others entered for him stays until they do. */
const ownSources: ReadonlySet<ConsentSource> = new Set([
  'reply',
  'keypad',
  'unsubscribe_link',
  'web_form',
  'provider_error',
  'keyword',
  'bounce',
]);
const byWord: ReadonlySet<ConsentSource> = new Set(['reply', 'keyword']);

const isHeld = (out: Out | undefined, { source, at }: GiveConsent['data']): boolean =>
  out !== undefined && byWord.has(source) && !ownSources.has(out.source) && (out.until === undefined || out.until > at);

/** He was asked for all brands, or for that one. */
const isOpen = (asked: readonly Asked[], { purpose, brandId, at }: Wanted & Readonly<{ at: string }>): boolean =>
  asked.some((one) => one.purpose === purpose && [undefined, brandId].includes(one.brandId) && (one.until === undefined || one.until > at));

const give = ({ data }: GiveConsent, state: ContactConsent): readonly ConsentEvent[] => {
  const { families, person, at: _, marked, ...rest } = data;
  const { brandId } = data;
  return families.flatMap((family): readonly ConsentEvent[] => {
    const { out, brands, everywhere, given, asked } = state[family] ?? nothingSaid;
    const ofAll = out !== undefined && !(brandId !== undefined && out.besides?.includes(brandId));
    const ofBrand = brandId === undefined ? undefined : brands[brandId];
    if ((ofAll && isHeld(out, data)) || isHeld(ofBrand, data)) return [];
    const lifts = ofAll || ofBrand !== undefined || marked.includes(family) || (everywhere === true && data.scope === 'everywhere');
    // what was said of single brands has an end of its own in the ledger
    const others = brandId === undefined ? Object.keys(brands).filter((one) => !isHeld(brands[one], data)) : [];
    // a stranger may have written the number on a page
    if (lifts || others.length > 0 ? data.source === 'web_form' : isIn(given, data)) return [];
    const double = isOpen(asked, data) ? { double: true as const } : {};
    const besides = ofAll && brandId !== undefined ? { besides: true as const } : {};
    const said = { family, ...rest, ...double, ...besides };
    const events = [said, ...others.map((one) => ({ ...said, brandId: one }))];
    return events.map((one) => ({ type: 'ConsentGiven', data: without(one), private: without(person) }));
  });
};

const ask = ({ data }: AskConsent, state: ContactConsent): readonly ConsentEvent[] => {
  const { families, person, at: _, ...rest } = data;
  return families.flatMap((family): readonly ConsentEvent[] => {
    const { given, asked } = state[family] ?? nothingSaid;
    if (isIn(given, data) || isOpen(asked, data)) return [];
    return [{ type: 'ConsentAsked', data: without({ family, ...rest }), private: without(person) }];
  });
};

/** What is already so makes no event; every contact point has a stream of its own. */
const decide = (command: ConsentCommand, state: ContactConsent): readonly ConsentEvent[] => {
  switch (command.type) {
    case 'WithdrawConsent':
      return withdraw(command, state);
    case 'GiveConsent':
      return give(command, state);
    case 'AskConsent':
      return ask(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

const ended = (brands: FamilyConsent['brands'], brandId: string): FamilyConsent['brands'] =>
  Object.fromEntries(Object.entries(brands).filter(([one]) => one !== brandId));

const withdrawn = (before: FamilyConsent, { scope, until, brandId, source }: ConsentEventOf<'ConsentWithdrawn'>): FamilyConsent => {
  const { out, brands, everywhere } = before;
  if (brandId !== undefined) {
    const others = <T extends Wanted>(all: readonly T[]): readonly T[] => all.filter((one) => one.brandId !== brandId);
    return {
      ...before,
      brands: { ...brands, [brandId]: { scope, until, source } },
      given: others(before.given),
      asked: others(before.asked),
    };
  }
  // what is said for a while takes nothing from what stands for ever
  const isForEver = out !== undefined && out.until === undefined && !out.besides?.length;
  return {
    out: { scope, until: isForEver ? undefined : until, source },
    brands,
    ...(everywhere || scope === 'everywhere' ? { everywhere: true } : {}),
    given: [],
    asked: [],
  };
};

const given = (before: FamilyConsent, { purpose, scope, brandId }: ConsentEventOf<'ConsentGiven'>): FamilyConsent => {
  const { out, brands, everywhere } = before;
  const wanted: Wanted = { purpose, brandId };
  const stays = everywhere && scope !== 'everywhere' ? { everywhere } : {};
  const rest = {
    ...stays,
    given: [...before.given.filter((one) => !isSame(one, wanted)), wanted],
    asked: before.asked.filter((one) => one.purpose !== purpose || ![undefined, brandId].includes(one.brandId)),
  };
  if (brandId === undefined) return { ...rest, brands };
  const besides = [...new Set([...(out?.besides ?? []), brandId])];
  return { ...rest, ...(out ? { out: { ...out, besides } } : {}), brands: ended(brands, brandId) };
};

const after = (before: FamilyConsent, event: ConsentEvent): FamilyConsent => {
  if (event.type === 'ConsentWithdrawn') return withdrawn(before, event.data);
  if (event.type === 'ConsentGiven') return given(before, event.data);
  const { purpose, brandId, until } = event.data;
  return { ...before, asked: [...before.asked.filter((one) => !isSame(one, event.data)), { purpose, brandId, until }] };
};

/** The stream also tells that the person was forgotten: what was said of messages stands all the same. */
const evolve = (state: ContactConsent, event: ConsentEvent): ContactConsent =>
  Object.hasOwn(event.data, 'family') ? { ...state, [event.data.family]: after(state[event.data.family] ?? nothingSaid, event) } : state;

export const contactConsent: Decider<ContactConsent, ConsentCommand, ConsentEvent> = { initial: {}, decide, evolve };

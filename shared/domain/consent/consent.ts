import type { Family } from '../kernel/channel-facts.ts';
import type { Command, Decider } from '../kernel/decider.ts';
import type { ConsentEvent, ConsentSource, Proof, Purpose, Scope } from './events.ts';

// Commands

type About = Readonly<{
  /** all of them at once: each becomes an event */
  families: readonly Family[];
  source: ConsentSource;
  from?: string | undefined;
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

type Out = Readonly<{ scope: Scope; until?: string | undefined; source: ConsentSource }>;

type Asked = Readonly<{ purpose: Purpose; until?: string | undefined }>;

/** What a contact point said of a family; `out` while it wants none, `everywhere` while it wants none of any company. */
export type FamilyConsent = Readonly<{ out?: Out; everywhere?: true; given: readonly Purpose[]; asked: readonly Asked[] }>;
export type ContactConsent = Readonly<Partial<Record<Family, FamilyConsent>>>;

const nothingSaid: FamilyConsent = { given: [], asked: [] };

// Decide

const breadth: Readonly<Record<Scope, number>> = { channel: 0, company: 1, everywhere: 2 };

const without = <T extends object>(data: T): T => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;

/** Whether an opt-out that stands covers another one: as far, and for as long. */
const covers = (out: Out, { scope, until, at }: WithdrawConsent['data']): boolean => {
  const stands = out.until === undefined || out.until > at;
  return stands && breadth[out.scope] >= breadth[scope] && (out.until === undefined || (until !== undefined && until <= out.until));
};

const withdraw = ({ data }: WithdrawConsent, state: ContactConsent): readonly ConsentEvent[] => {
  const { families, person, at: _, ...rest } = data;
  return families.flatMap((family): readonly ConsentEvent[] => {
    const out = state[family]?.out;
    return out && covers(out, data) ? [] : [{ type: 'ConsentWithdrawn', data: without({ family, ...rest }), private: without(person) }];
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

const isOpen = (asked: readonly Asked[], { purpose, at }: Readonly<{ purpose: Purpose; at: string }>): boolean =>
  asked.some((one) => one.purpose === purpose && (one.until === undefined || one.until > at));

const give = ({ data }: GiveConsent, state: ContactConsent): readonly ConsentEvent[] => {
  const { families, person, at: _, marked, ...rest } = data;
  return families.flatMap((family): readonly ConsentEvent[] => {
    const { out, everywhere, given, asked } = state[family] ?? nothingSaid;
    if (isHeld(out, data)) return [];
    const lifts = out !== undefined || marked.includes(family) || (everywhere === true && data.scope === 'everywhere');
    if (!lifts && given.includes(data.purpose)) return [];
    const double = isOpen(asked, data) ? { double: true as const } : {};
    return [{ type: 'ConsentGiven', data: without({ family, ...rest, ...double }), private: without(person) }];
  });
};

const ask = ({ data }: AskConsent, state: ContactConsent): readonly ConsentEvent[] => {
  const { families, person, at: _, ...rest } = data;
  return families.flatMap((family): readonly ConsentEvent[] => {
    const { given, asked } = state[family] ?? nothingSaid;
    if (given.includes(data.purpose) || isOpen(asked, data)) return [];
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

const after = (before: FamilyConsent, event: ConsentEvent): FamilyConsent => {
  const { given, asked, everywhere } = before;
  if (event.type === 'ConsentAsked')
    return {
      ...before,
      asked: [...asked.filter((one) => one.purpose !== event.data.purpose), { purpose: event.data.purpose, until: event.data.until }],
    };
  if (event.type === 'ConsentWithdrawn') {
    const { scope, until, source } = event.data;
    return { out: { scope, until, source }, ...(everywhere || scope === 'everywhere' ? { everywhere: true } : {}), given: [], asked: [] };
  }
  const { purpose, scope } = event.data;
  const stays = everywhere && scope !== 'everywhere' ? { everywhere } : {};
  return { ...stays, given: [...new Set([...given, purpose])], asked: asked.filter((one) => one.purpose !== purpose) };
};

const evolve = (state: ContactConsent, event: ConsentEvent): ContactConsent => ({
  ...state,
  [event.data.family]: after(state[event.data.family] ?? nothingSaid, event),
});

export const contactConsent: Decider<ContactConsent, ConsentCommand, ConsentEvent> = { initial: {}, decide, evolve };

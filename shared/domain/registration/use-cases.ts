/**
 * What a registration may be for, by The Campaign Registry's names but for two, whose word is none of ours; adapters know them. `special`: carriers look at it before it may
 * send, or take it from certain companies alone. https://www.twilio.com/docs/messaging/compliance/a2p-10dlc
 */
export const useCases = {
  '2FA': { words: 'codes that people log in with' },
  ACCOUNT_NEWS: { words: 'news about an account, or about an appointment' },
  CUSTOMER_CARE: { words: 'help for customers, appointments among it' },
  DELIVERY_NEWS: { words: 'where a delivery is' },
  FRAUD_ALERT: { words: 'warnings of fraud' },
  HIGHER_EDUCATION: { words: 'messages of a college or university' },
  LOW_VOLUME: { words: 'a little of several things', mixes: true },
  MARKETING: { words: 'advertising' },
  MIXED: { words: 'several things', mixes: true },
  POLLING_VOTING: { words: 'surveys' },
  PUBLIC_SERVICE_ANNOUNCEMENT: { words: 'announcements to the public' },
  SECURITY_ALERT: { words: 'warnings of a break-in' },
  AGENTS_FRANCHISES: { words: 'agents or branches of one company', special: true },
  CHARITY: { words: 'a charity', special: true },
  EMERGENCY: { words: 'warnings of danger', special: true },
  K12_EDUCATION: { words: 'messages of a school', special: true },
  M2M: { words: 'machines that talk to each other', special: true },
  POLITICAL: { words: 'political campaigns', special: true },
  PROXY: { words: 'people who talk without knowing their numbers', special: true },
  SOCIAL: { words: 'messages between members of a community', special: true },
  SOLE_PROPRIETOR: { words: 'a person who is his own company' },
  SWEEPSTAKE: { words: 'sweepstakes', special: true },
} as const satisfies Readonly<Record<string, Readonly<{ words: string; mixes?: true; special?: true }>>>;

export type UseCase = keyof typeof useCases;
export const useCaseNames = Object.keys(useCases) as readonly UseCase[];

const factsOf = (name: UseCase): Readonly<{ words: string; mixes?: true; special?: true }> => useCases[name];

/** Whether it names two to five others that it is a mixture of. */
export const isMixture = (name: UseCase): boolean => factsOf(name).mixes === true;
export const isSpecial = (name: UseCase): boolean => factsOf(name).special === true;
export type Purpose = 'transactional' | 'marketing';

/** Those that are advertising and nothing else, and those that may be either; all others are for what people have asked for. */
const advertising: ReadonlySet<string> = new Set(['MARKETING', 'SWEEPSTAKE']);
const either: ReadonlySet<string> = new Set([
  'AGENTS_FRANCHISES',
  'CHARITY',
  'HIGHER_EDUCATION',
  'K12_EDUCATION',
  'POLITICAL',
  'SOCIAL',
  'SOLE_PROPRIETOR',
]);
const both: readonly Purpose[] = ['transactional', 'marketing'];

/** What may be sent under a registration: of a mixture whatever one of its parts allows. Undefined: nobody has said what it is for. */
export const purposesOf = (useCase: string | undefined, mixed: readonly string[] = []): readonly Purpose[] | undefined => {
  if (useCase === undefined || !isUseCase(useCase)) return undefined;
  if (isMixture(useCase)) return mixed.length === 0 ? undefined : [...new Set(mixed.flatMap((one) => purposesOf(one) ?? []))];
  if (either.has(useCase)) return both;
  return advertising.has(useCase) ? ['marketing'] : ['transactional'];
};
export const isUseCase = (name: string): name is UseCase => Object.hasOwn(useCases, name);

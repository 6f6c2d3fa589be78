import type { ShownBrand, ShownRegistration } from '#app/list-registered.ts';

type Shown = Pick<ShownBrand, 'missing' | 'reasons' | 'said' | 'costs'>;

const details = ({ missing, reasons, said = [], costs }: Shown): readonly string[] => [
  ...reasons.map((words) => `  refused: ${words}`),
  ...said.map((words) => `  in their words: ${words}`),
  ...missing.map(({ at, words, blocks }) => `  ${blocks ? 'missing' : 'advice'}: ${at}: ${words}`),
  ...(costs === undefined ? [] : [`  costs: ${costs}`]),
];

export const brandWords = ({ brandId, displayName, status, provider, score, tier, ...one }: ShownBrand): string => {
  const about = [displayName, provider && `by ${provider}`, score !== undefined && `score ${score}`, tier && `tier ${tier}`].filter(
    Boolean,
  );
  return [`${brandId}  ${status}  ${about.join(', ')}`.trimEnd(), ...details(one)].join('\n');
};

export const registrationWords = (one: ShownRegistration): string => {
  const { registrationId, brandId, status, useCase, provider, carrierId, perSecond, expiresAt } = one;
  const about = [
    useCase,
    `of ${brandId}`,
    provider && `by ${provider}`,
    carrierId,
    perSecond !== undefined && `${perSecond} a second`,
    expiresAt && `until ${expiresAt.slice(0, 10)}`,
  ].filter(Boolean);
  return [`${registrationId}  ${status}  ${about.join(', ')}`, ...details(one)].join('\n');
};

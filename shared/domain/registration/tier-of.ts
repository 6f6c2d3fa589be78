import type { TierName } from '../work/carrier-tiers.ts';

/**
 * The tier that a brand's trust score gives it. Sources differ about the edges by a point (`carrier-tiers.ts`); without a vetting the lowest is
 * taken, which is never more than carriers let through.
 */
export const tierOfBrand = ({
  score,
  listed = false,
  entityType,
}: Readonly<{ score?: number | undefined; listed?: boolean | undefined; entityType?: string | undefined }>): TierName => {
  if (entityType === 'SOLE_PROPRIETOR') return 'sole_proprietor';
  if (listed) return 'listed';
  if (score === undefined || score < 25) return 'lowest';
  if (score < 50) return 'low';
  return score < 75 ? 'medium' : 'high';
};

/** What the purpose alone decides, whatever the score. */
export const tierOfUseCase = (useCase: string | undefined): TierName | undefined => {
  if (useCase === 'LOW_VOLUME') return 'low_volume';
  return useCase === 'SOLE_PROPRIETOR' ? 'sole_proprietor' : undefined;
};

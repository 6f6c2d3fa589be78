import type { TierName } from '../work/carrier-tiers.ts';
import type { RegistrarAccount } from './event-parts.ts';
import type { RegistrationFacts } from './registration-facts.ts';
import type { Reason } from './reasons.ts';

export type RegistrationStatus = 'draft' | 'submitting' | 'pending' | 'approved' | 'rejected' | 'appealed' | 'suspended' | 'expired';

export type KnownRegistration = Readonly<{
  status: RegistrationStatus;
  companyId: string;
  brandId: string;
  /** left out: forgotten */
  facts?: RegistrationFacts;
  /** what it says is not what was submitted */
  isRevised: boolean;
  via?: RegistrarAccount;
  /** the provider's id */
  reference?: string;
  /** as it was submitted */
  useCase?: string;
  /** of a mixture, as they were submitted */
  subUseCases?: readonly string[];
  startedAt?: string;
  attempt: number;
  reasons: readonly Reason[];
  said: readonly string[];
  carrierId?: string;
  expiresAt?: string;
  perSecond?: number;
  tier?: TierName;
}>;
export type Registration = Readonly<{ status: 'unknown' }> | KnownRegistration;

import type { TierName } from '../work/carrier-tiers.ts';
import type { Reason } from './reasons.ts';

/** What a provider says now of something that was submitted, in our words. `said`: its own, which may repeat what somebody has written. */
type Refused = Readonly<{ reasons: readonly Reason[]; said?: readonly string[] | undefined }>;

export type BrandStanding =
  | Readonly<{ status: 'pending' }>
  | Readonly<{
      status: 'approved';
      /** the registry's own id */
      carrierId?: string | undefined;
      /** trust score, 0 to 100; left out: nobody has vetted it */
      score?: number | undefined;
      /** of the Russell 3000 */
      listed?: boolean | undefined;
    }>
  | (Readonly<{ status: 'rejected' | 'suspended' }> & Refused);

export type RegistrationStanding =
  | Readonly<{ status: 'pending' }>
  | Readonly<{
      status: 'approved';
      carrierId?: string | undefined;
      /** UTC ISO */
      expiresAt?: string | undefined;
      /** what the provider says that carriers let through, where it says so: segments a second, all carriers together */
      perSecond?: number | undefined;
      tier?: TierName | undefined;
    }>
  | (Readonly<{ status: 'rejected' | 'suspended' }> & Refused)
  | Readonly<{ status: 'expired' }>;

export type NumberStanding = Readonly<{ status: 'pending' | 'assigned' | 'unassigned' }> | (Readonly<{ status: 'rejected' }> & Refused);

/** Of a toll-free number, whose use is looked at in a way of its own. `none`: nobody has asked for it. */
export type VerificationStanding = Readonly<{ status: 'none' | 'pending' | 'verified' }> | (Readonly<{ status: 'rejected' }> & Refused);

/** What became of something that was handed to a provider. `unknown`: no answer, or one that does not say. */
export type Submission =
  | Readonly<{ kind: 'submitted'; reference: string }>
  | (Readonly<{ kind: 'refused'; retryable: boolean }> & Refused)
  | Readonly<{ kind: 'unknown'; code: string }>;

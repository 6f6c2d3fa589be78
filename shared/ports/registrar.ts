import type { BrandFacts } from '#domain/registration/brand-facts.ts';
import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';
import type {
  BrandStanding,
  NumberStanding,
  RegistrationStanding,
  Submission,
  VerificationStanding,
} from '#domain/registration/standing.ts';
import type { ReportRequest } from './provider.ts';

/** Where companies, what they send and their numbers are registered with carriers of the United States. A provider's words stop inside its adapter. */

export type BrandToSubmit = Readonly<{
  brandId: string;
  facts: BrandFacts;
  /** of an earlier submission, which this one changes */
  reference?: string | undefined;
  /** where the provider tells us of changes */
  noticeUrl: string;
}>;

export type RegistrationToSubmit = Readonly<{
  registrationId: string;
  facts: RegistrationFacts;
  /** the provider's id of the brand */
  brandReference: string;
  reference?: string | undefined;
  noticeUrl: string;
}>;

export type NumberSearch = Readonly<{ country: string; areaCode?: string | undefined; contains?: string | undefined; limit: number }>;
export type AvailableNumber = Readonly<{ number: string; place?: string }>;

export type OwnNumber = Readonly<{
  /** E.164 */
  number: string;
  /** the provider's id; left out: it has to be asked for */
  reference?: string | undefined;
}>;

/** What a webhook is about: the provider's ids. It only says that something may have changed: what, is asked for. */
export type ReadNotice =
  Readonly<{ kind: 'notice'; references: readonly string[] }> | Readonly<{ kind: 'foreign' | 'malformed'; why: string }>;

/**
 * `submit…` and `buyNumber` may be repeated: what an earlier call made is found, not made twice. None throws for an answered request; those that
 * only ask throw RegistrarSilent.
 */
export type Registrar = Readonly<{
  name: string;
  accountId: string;
  submitBrand: (brand: BrandToSubmit) => Promise<Submission>;
  submitRegistration: (registration: RegistrationToSubmit) => Promise<Submission>;
  /** Asks that what was refused be looked at again; left out: only by writing to the provider. */
  appeal?: (reference: string, argument: string) => Promise<Submission>;
  /** What it says now; undefined: it knows of none. */
  look: Readonly<{
    brand: (reference: string) => Promise<BrandStanding | undefined>;
    registration: (reference: string) => Promise<RegistrationStanding | undefined>;
    number: (number: OwnNumber, registrationReference: string) => Promise<NumberStanding>;
    /** of a toll-free number */
    verification: (number: OwnNumber) => Promise<VerificationStanding>;
  }>;
  searchNumbers: (search: NumberSearch) => Promise<readonly AvailableNumber[]>;
  buyNumber: (number: string) => Promise<Submission>;
  assignNumber: (number: OwnNumber, registrationReference: string) => Promise<Submission>;
  /** A number that is not there any more counts as released. */
  releaseNumber: (number: OwnNumber) => Promise<Submission>;
  readNotice: (request: ReportRequest) => ReadNotice;
  close: () => Promise<void>;
}>;

/** The provider did not say. The text of its own error may repeat what somebody wrote. */
export class RegistrarSilent extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the provider did not tell how it stands: ${code}`);
    this.name = 'RegistrarSilent';
    this.code = code;
  }
}

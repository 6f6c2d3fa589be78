import { createHash } from 'node:crypto';
import type { Cause } from '#domain/kernel/event.ts';
import type { Account } from '#domain/company/company.ts';
import { idBody } from '#domain/kernel/ids.ts';
import type { NumberKind } from '#domain/registration/number-events.ts';
import type { NumberStatus } from '#domain/registration/number.ts';
import type { BrandStatus } from '#domain/registration/brand.ts';
import type { Reason } from '#domain/registration/reasons.ts';
import type { RegistrationStatus } from '#domain/registration/registration-state.ts';
import type { TierName } from '#domain/work/carrier-tiers.ts';
import type { Brand, SenderNumber } from '#domain/work/limits-of.ts';
import type { DocumentWrite } from '#ports/documents.ts';

/** What is known of brands, registrations and numbers without reading their streams. Nothing here tells of a person. */

type Standing<Status extends string> = Readonly<{
  status: Status;
  /** where it was submitted */
  via?: Account;
  /** the provider's id */
  reference?: string;
  /** the registry's */
  carrierId?: string;
  reasons?: readonly Reason[];
}>;

/** Beside what somebody has said of its pace. */
export type BrandDocument = Brand & Readonly<{ standing?: Standing<BrandStatus> & Readonly<{ score?: number }> }>;
export type RegistrationDocument = Readonly<{
  companyId: string;
  brandId: string;
  standing: Standing<RegistrationStatus> & Readonly<{ useCase?: string; subUseCases?: readonly string[]; expiresAt?: string }>;
  /** what carriers let through, where the provider says it or the purpose decides it */
  perSecond?: number;
  tier?: TierName;
}>;
/** Beside what somebody has said of its pace. */
export type NumberDocument = SenderNumber &
  Readonly<{
    standing?: Standing<NumberStatus> &
      Readonly<{
        kind: NumberKind;
        registeredAs?: string;
        verification?: 'verified' | 'rejected';
        suspended?: Readonly<{ by: string; reason?: string }>;
      }>;
  }>;

export type RegisteredKind = 'brand' | 'registration' | 'number';
/** Due when its provider is to be asked how it stands. */
export type RegistrarLook = Readonly<{ kind: RegisteredKind; companyId: string; id: string; /** of whoever looks now */ ticket?: string }>;

/** The version of a look's document when somebody began to look: whoever has begun, or found something, since then makes an older look worthless. */
export type LookTicket = Readonly<{ version: number }>;
/** Of a decision; `ticket`: it follows from a look, and is none when another one has begun meanwhile. */
export type LookCause = Cause & Readonly<{ ticket?: LookTicket | undefined }>;

export const registrationPath = (registrationId: string): string => `registrations/${registrationId}`;
export const registrarLookPath = (id: string): string => `registrarLooks/${id}`;
/** Whose a provider's id is. */
export const registrarReferencePath = ({ provider }: Account, reference: string): string => `registrarReferences/${provider}.${reference}`;

const idFrom = (prefix: string, text: string): string => `${prefix}_${idBody(createHash('sha256').update(text).digest(), 10)}`;
const plain = (name: string): string => name.trim().toLowerCase();
/** A company's brand is known by its name: the same file again changes the same brand. */
export const brandIdOf = (companyId: string, name: string): string => idFrom('brd', `${companyId}/${plain(name)}`);
export const registrationIdOf = (companyId: string, name: string): string => idFrom('reg', `${companyId}/${plain(name)}`);

/** Always due, so that they can be listed. */
export const listedAt = '1970-01-01T00:00:00.000Z';

const minuteMs = 60_000;
/** How long after which status the provider is asked again. */
const lookAfterMs: Readonly<Record<string, number>> = {
  // whoever submitted it may have died
  submitting: 10 * minuteMs,
  buying: 10 * minuteMs,
  releasing: 10 * minuteMs,
  pending: 60 * minuteMs,
  appealed: 60 * minuteMs,
  assigning: 60 * minuteMs,
  // suspended, expired or renewed by others
  approved: 1_440 * minuteMs,
  assigned: 1_440 * minuteMs,
  rejected: 1_440 * minuteMs,
  suspended: 1_440 * minuteMs,
  expired: 1_440 * minuteMs,
};

/** The next look at something; none where there is nothing to ask for. */
export const lookWrite = (
  look: RegistrarLook,
  status: string,
  { now, ticket }: Readonly<{ now: string; ticket?: LookTicket | undefined }>,
): DocumentWrite => {
  const path = registrarLookPath(look.id);
  const still = ticket ? { ifVersion: ticket.version } : {};
  const ms = lookAfterMs[status];
  return ms === undefined
    ? { path, ...still, delete: true }
    : { path, ...still, data: look, dueAt: new Date(Date.parse(now) + ms).toISOString() };
};

/** By the provider's id a webhook finds what it is about. */
export const referenceWrites = (
  look: RegistrarLook,
  { via, reference }: Pick<Standing<string>, 'via' | 'reference'>,
): readonly DocumentWrite[] => (via && reference !== undefined ? [{ path: registrarReferencePath(via, reference), data: look }] : []);

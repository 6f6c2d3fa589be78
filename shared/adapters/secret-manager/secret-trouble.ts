import { SecretUnreadable } from '#ports/secrets.ts';

/** Codes of gRPC (google.rpc.Code). */
const notFound = 5;
const permissionDenied = 7;
const failedPrecondition = 9;
const unauthenticated = 16;

const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;

/** The version was disabled or destroyed. */
export const isNotEnabled = (error: unknown): boolean => codeOf(error) === failedPrecondition || codeOf(error) === notFound;

export const isForbidden = (error: unknown): boolean => codeOf(error) === permissionDenied;

/** What the SDK's error means. Its own text is left out: it may quote what it was given. */
export const secretTrouble = (name: string, error: unknown): SecretUnreadable => {
  const code = codeOf(error);
  if (code === notFound)
    return new SecretUnreadable(name, 'missing', 'there is none of that name; create it with terraform apply, and add a version');
  if (code === permissionDenied || code === unauthenticated)
    return new SecretUnreadable(
      name,
      'forbidden',
      'this service account may not read it; give it roles/secretmanager.secretAccessor on it',
    );
  return new SecretUnreadable(name, 'away', `Secret Manager does not answer (code ${code ?? 'unknown'}); it is asked again`);
};

import type { Role } from '#domain/access/roles.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { changeUser } from './change-user.ts';
import type { House } from './house.ts';
import { verifyOwnPassword } from './reset-password.ts';
import { hashOfRecoveryCode, newRecoveryCodes, newTotpSecret, totpStep, totpUri } from './totp-step.ts';
import { credentialsPath, openFor, personalOf, sealFor, type Credentials, type UserDocument } from './user-document.ts';

const credentialsOf = async ({ documents }: House, userId: string) => {
  const found = await documents.get<Credentials>(credentialsPath(userId));
  if (!found) throw new Refusal('user_unknown', 'there is no such user');
  return found;
};

export type BegunTotp = Readonly<{ secret: string; uri: string }>;

/** A new secret for his authenticator, shown this once; it counts from the first code on. Throws Refusals: password_wrong, totp_there. */
export const beginTotp = async (house: House, user: UserDocument, password: string): Promise<BegunTotp> => {
  await verifyOwnPassword(house, user.userId, password);
  const { path, data, version } = await credentialsOf(house, user.userId);
  if (user.hasTotp) throw new Refusal('totp_there', 'there is an authenticator already: remove it first');
  const secret = newTotpSecret();
  const sealed = await sealFor(house, user.userId, secret);
  if (sealed === undefined) throw new Refusal('user_unknown', 'there is no such user');
  await house.documents.write([{ path, data: { ...data, newTotp: { sealed } } satisfies Credentials, ifVersion: version }]);
  return { secret, uri: totpUri(secret, (await personalOf(house, user))?.email ?? user.userId) };
};

/** From now on a code is needed. The recovery codes are shown this once. Throws Refusals: totp_not_begun, code_wrong. */
export const confirmTotp = async (house: House, user: UserDocument, code: string, cause: Cause): Promise<readonly string[]> => {
  const { companyId, userId } = user;
  const { path, data, version } = await credentialsOf(house, userId);
  const { newTotp, ...rest } = data;
  const secret = newTotp && (await openFor(house, userId, newTotp.sealed));
  if (!newTotp || secret === undefined) throw new Refusal('totp_not_begun', 'ask for a new secret first');
  const step = totpStep(secret, code, { nowMs: house.clock.realMs(), after: 0 });
  if (step === undefined) throw new Refusal('code_wrong', 'the code does not fit: look whether the clock of the telephone is right');
  const codes = newRecoveryCodes();
  const credentials: Credentials = {
    ...rest,
    totp: { sealed: newTotp.sealed, step },
    recovery: codes.map((one) => hashOfRecoveryCode(userId, one)),
  };
  await changeUser(
    house,
    { type: 'EnrolTotp', data: { companyId, userId } },
    { cause, also: [{ path, data: credentials, ifVersion: version }] },
  );
  return codes;
};

export type TotpRemoval = Readonly<{ companyId: string; userId: string; by: string; byRole?: Role | undefined }>;

/** Ends his sessions. For whoever has lost telephone and codes, an owner or admin does it. */
export const removeTotp = async (house: House, removal: TotpRemoval, cause: Cause): Promise<UserDocument> => {
  const found = await credentialsOf(house, removal.userId);
  const { totp: _, recovery: __, newTotp: ___, ...rest } = found.data;
  const also = [{ path: found.path, data: rest satisfies Credentials, ifVersion: found.version }];
  return changeUser(house, { type: 'RemoveTotp', data: removal }, { cause, also });
};

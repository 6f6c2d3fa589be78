import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '#ports/vault.ts';

/** A form of a company on which people leave their number. */
export type FormLink = Readonly<{ companyId: string; formId: string }>;

const shape = /^f~([a-z0-9]{1,32})~([a-z0-9]{1,16})~([\w.-]{10,80})$/;

export const isFormToken = (token: string): boolean => token.startsWith('f~');

const signatureOf = (vault: Pick<Vault, 'fingerprint'>, { companyId, formId }: FormLink): string =>
  vault.fingerprint(companyId, JSON.stringify(['form', formId]));

/** For the part of an address behind `/p/`: nobody else can make one, and it stands as long as the company has the form. */
export const formToken = (vault: Pick<Vault, 'fingerprint'>, link: FormLink): string =>
  `f~${link.companyId.slice('co_'.length)}~${link.formId}~${signatureOf(vault, link)}`;

/** Undefined for what we did not sign. Compares in constant time. */
export const readFormToken = (vault: Pick<Vault, 'fingerprint'>, token: string): FormLink | undefined => {
  const [, company, formId, signature = ''] = shape.exec(token) ?? [];
  if (company === undefined || formId === undefined) return undefined;
  const link = { companyId: `co_${company}`, formId };
  const [expected, given] = [Buffer.from(signatureOf(vault, link)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given) ? link : undefined;
};

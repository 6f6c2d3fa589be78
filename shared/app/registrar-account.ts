import type { Account } from '#domain/company/company.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { House } from './house.ts';

/** The house's account at a provider, of which it has one each; undefined where none is named. Throws a Refusal where there is none. */
export const registrarAccount = async (house: House, name: string | undefined): Promise<Account | undefined> => {
  if (name === undefined) return undefined;
  const registrar = await house.registrarNamed?.(name);
  if (registrar) return { provider: registrar.name, accountId: registrar.accountId };
  throw new Refusal(
    'registrar_unknown',
    `this house has no account at ${name}: open it first ("carillon start"), or configure one (docs/REGISTRATION.md)`,
  );
};

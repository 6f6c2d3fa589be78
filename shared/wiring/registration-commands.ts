import { z } from 'zod';
import { addNumber } from '#app/add-number.ts';
import { appealRegistration } from '#app/appeal-registration.ts';
import { assignNumber } from '#app/assign-number.ts';
import { buyNumber } from '#app/buy-number.ts';
import { changeBrand } from '#app/change-brand.ts';
import { changeRegistration } from '#app/change-registration.ts';
import { listRegistered, showBrand, showRegistration } from '#app/list-registered.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { readNumber } from '#app/read-brand.ts';
import { registrarAccount } from '#app/registrar-account.ts';
import { registrarOf } from '#app/registrar-of.ts';
import { brandIdOf, registrationIdOf, type RegisteredKind } from '#app/registrar-look.ts';
import { releaseNumber } from '#app/release-number.ts';
import { shownNumber } from '#app/show-number.ts';
import { submitBrand } from '#app/submit-brand.ts';
import { submitRegistration } from '#app/submit-registration.ts';
import { resumeNumber, suspendNumber } from '#app/suspend-number.ts';
import { brandId, companyId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { brandFacts } from '#domain/registration/brand-facts.ts';
import { registrationId } from '#domain/registration/event-parts.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { registrationFacts } from '#domain/registration/registration-facts.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

/** Commands about brands, registrations and numbers, carried out by the house that holds the folder. */

const by = z.string().trim().min(1).max(100).default('command line');
const number = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number like +12085550199');
const provider = z.enum(['twilio', 'telnyx']).optional();

const accountOf = ({ house }: OpenHouse, name: string | undefined) => registrarAccount(house, name);

const command = <Input extends z.ZodType>(input: Input, run: (open: OpenHouse, given: z.output<Input>) => Promise<unknown>) => ({
  input,
  run,
});

const shownBrand = async ({ house }: OpenHouse, company: string, id: string) => {
  const found = await showBrand(house, company, id);
  if (found) return found;
  throw new Refusal('brand_unknown', `${company} has no brand ${id}: "carillon brands list" shows all`);
};

const shownRegistration = async ({ house }: OpenHouse, company: string, id: string) => {
  const found = await showRegistration(house, company, id);
  if (found) return found;
  throw new Refusal('registration_unknown', `${company} has no registration ${id}: "carillon registrations list" shows all`);
};

const look = (open: OpenHouse, kind: RegisteredKind, about: Readonly<{ companyId: string; id: string }>) =>
  lookAtRegistered(open.house, { kind, ...about }, commandCause(open));

const putBrand = command(z.object({ companyId, by, brandId: brandId.optional(), facts: brandFacts }), async (open, given) => {
  const id = given.brandId ?? brandIdOf(given.companyId, given.facts.displayName ?? '');
  await changeBrand(
    open.house,
    { type: 'PutBrand', data: { brandId: id, companyId: given.companyId, by: given.by, facts: given.facts } },
    commandCause(open),
  );
  return shownBrand(open, given.companyId, id);
});

const ofBrand = { companyId, by, brandId };
const submitTheBrand = command(z.object({ ...ofBrand, provider }), async (open, { provider: name, ...given }) => {
  await submitBrand(open.house, { ...given, account: await accountOf(open, name) }, commandCause(open));
  return shownBrand(open, given.companyId, given.brandId);
});
const lookAtBrand = command(z.object(ofBrand), async (open, given) => {
  await shownBrand(open, given.companyId, given.brandId);
  await look(open, 'brand', { companyId: given.companyId, id: given.brandId });
  return shownBrand(open, given.companyId, given.brandId);
});

const putRegistration = command(
  z.object({
    companyId,
    by,
    brandId,
    registrationId: registrationId.optional(),
    name: z.string().min(1).max(200),
    facts: registrationFacts,
  }),
  async (open, { name, facts, ...given }) => {
    const id = given.registrationId ?? registrationIdOf(given.companyId, name);
    await changeRegistration(open.house, { type: 'PutRegistration', data: { ...given, registrationId: id, facts } }, commandCause(open));
    return shownRegistration(open, given.companyId, id);
  },
);
const ofRegistration = { companyId, by, registrationId };
const submitTheRegistration = command(z.object({ ...ofRegistration, provider }), async (open, { provider: name, ...given }) => {
  await submitRegistration(open.house, { ...given, account: await accountOf(open, name) }, commandCause(open));
  return shownRegistration(open, given.companyId, given.registrationId);
});
const lookAtRegistration = command(z.object(ofRegistration), async (open, given) => {
  await shownRegistration(open, given.companyId, given.registrationId);
  await look(open, 'registration', { companyId: given.companyId, id: given.registrationId });
  return shownRegistration(open, given.companyId, given.registrationId);
});
const appeal = command(
  z.object({ ...ofRegistration, argument: z.string().trim().min(1).max(2_000), byLetter: z.boolean().optional() }),
  async (open, given) => {
    await appealRegistration(open.house, given, commandCause(open));
    return shownRegistration(open, given.companyId, given.registrationId);
  },
);

const listed = command(z.object({ companyId }), ({ house }, given) => listRegistered(house, given.companyId));

const search = command(
  z.object({
    companyId,
    provider,
    areaCode: z
      .string()
      .regex(/^\d{3}$/, 'three digits')
      .optional(),
    contains: z
      .string()
      .regex(/^\d{1,10}$/, 'digits')
      .optional(),
    limit: z.int().min(1).max(50).default(10),
  }),
  async (open, { companyId: company, provider: name, ...wanted }) => {
    const registrar = await registrarOf(open.house, company, await accountOf(open, name));
    return { numbers: await registrar.searchNumbers({ country: 'US', ...wanted }) };
  },
);

const ofNumber = { companyId, by, number };
const numbers = {
  'buy-number': command(z.object({ ...ofNumber, provider }), async (open, { provider: name, ...given }) =>
    shownNumber(given.number, await buyNumber(open.house, { ...given, account: await accountOf(open, name) }, commandCause(open))),
  ),
  'add-number': command(
    z.object({ ...ofNumber, provider, registeredAs: z.string().min(1).max(40).optional() }),
    async (open, { provider: name, ...given }) =>
      shownNumber(given.number, await addNumber(open.house, { ...given, account: await accountOf(open, name) }, commandCause(open))),
  ),
  'assign-number': command(z.object({ ...ofNumber, registrationId }), async (open, given) =>
    shownNumber(given.number, await assignNumber(open.house, given, commandCause(open))),
  ),
  'look-at-number': command(z.object(ofNumber), async (open, given) => {
    const id = numberIdOf(given.number);
    await look(open, 'number', { companyId: given.companyId, id });
    const state = await readNumber(open.house, id);
    return shownNumber(given.number, state.status !== 'unknown' && state.companyId === given.companyId ? state : { status: 'unknown' });
  }),
  'suspend-number': command(z.object({ ...ofNumber, reason: z.string().trim().min(1).max(200).optional() }), async (open, given) =>
    shownNumber(given.number, await suspendNumber(open.house, given, commandCause(open))),
  ),
  'resume-number': command(z.object(ofNumber), async (open, given) =>
    shownNumber(given.number, await resumeNumber(open.house, given, commandCause(open))),
  ),
  'release-number': command(z.object(ofNumber), async (open, given) =>
    shownNumber(given.number, await releaseNumber(open.house, given, commandCause(open))),
  ),
};

export const registrationCommands = {
  'put-brand': putBrand,
  'submit-brand': submitTheBrand,
  'look-at-brand': lookAtBrand,
  'put-registration': putRegistration,
  'submit-registration': submitTheRegistration,
  'look-at-registration': lookAtRegistration,
  'appeal-registration': appeal,
  'list-registered': listed,
  'search-numbers': search,
  ...numbers,
};

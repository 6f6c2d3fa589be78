import { fold, type Decider } from '#domain/kernel/decider.ts';
import type { Event } from '#domain/kernel/event.ts';
import { brandStream, numberStream, registrationStream } from '#domain/kernel/streams.ts';
import { brand, type Brand } from '#domain/registration/brand.ts';
import { companyNumber, type CompanyNumber } from '#domain/registration/number.ts';
import { registration } from '#domain/registration/registration.ts';
import type { Registration } from '#domain/registration/registration-state.ts';
import type { House } from './house.ts';

const readWith = async <State, E extends Event>(
  { store }: Pick<House, 'store'>,
  decider: Decider<State, never, E>,
  stream: string,
): Promise<State> => fold(decider, (await store.read(stream)).events as readonly unknown[] as readonly E[]);

/** What the streams of brands, registrations and numbers came to, with what they say of people. */
export const readBrand = (house: Pick<House, 'store'>, brandId: string): Promise<Brand> => readWith(house, brand, brandStream(brandId));
export const readRegistration = (house: Pick<House, 'store'>, registrationId: string): Promise<Registration> =>
  readWith(house, registration, registrationStream(registrationId));
export const readNumber = (house: Pick<House, 'store'>, numberId: string): Promise<CompanyNumber> =>
  readWith(house, companyNumber, numberStream(numberId));

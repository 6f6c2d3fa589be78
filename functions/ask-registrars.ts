import { z } from 'zod';
import { sweepRegistrar } from '#app/sweep-registrar.ts';
import { onEvent } from './door.ts';

/** Providers are asked how brands, registrations and numbers stand: every hour, and when one of them says that something has changed. */
export default onEvent(z.object({}), (_hint, { house, cause }) => sweepRegistrar(house, cause));

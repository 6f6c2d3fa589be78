import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { RegistrarSilent } from '#ports/registrar.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { lookAtRegistered } from './look-at-registered.ts';
import type { RegistrarLook } from './registrar-look.ts';
import { after } from './registrar-of.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';

/** A handler asks no more after this much real time: the next one goes on with what is still due. */
const mostMs = 120_000;

const goOn = ({ bus }: House): Promise<void> => bus.publish(topics.registrarLooks, [{ data: {}, key: 'registrar-looks' }]);

/** Asks providers about everything whose turn it is. What could not be asked is asked with the next sweep. */
export const sweepRegistrar = async (house: House, cause: Cause): Promise<void> => {
  const isOver = timeLimit(house.clock, mostMs);
  let looked = 0;
  for await (const page of duePages<RegistrarLook>(house.documents, 'registrarLooks', cause.now)) {
    for (const { data } of page) {
      if (isOver()) return goOn(house);
      try {
        await lookAtRegistered(house, data, after(cause, `look:${data.id}`));
        looked += 1;
      } catch (error) {
        if (!(error instanceof Refusal) && !(error instanceof RegistrarSilent)) throw error;
        house.log.warn({ id: data.id, code: error.code }, 'a registration could not be looked at; it is tried again');
      }
    }
  }
  if (looked > 0) house.log.info({ looked }, 'looked at what is registered');
};

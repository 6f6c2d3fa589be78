import { RegistrarSilent } from '#ports/registrar.ts';
import { Problem } from '../conventions/problem.ts';
import type { Answer } from '../operation.ts';
import { accepted } from '../conventions/long-work.ts';

/** A provider that did not answer: whoever asks again finds what was done. Throws a Problem. */
export const askRegistrar = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RegistrarSilent) throw new Problem('registrar_silent', undefined, { headers: { 'retry-after': '60' } });
    throw error;
  }
};

/** While a carrier or a provider decides. */
const undecided: ReadonlySet<string> = new Set(['submitting', 'pending', 'appealed', 'buying', 'assigning', 'releasing']);

/** 202 with where to look while somebody else decides, else 200 with how it stands. */
export const decidedAnswer = (
  origin: string,
  path: string,
  { id, status, body }: Readonly<{ id: string; status: string; body: unknown }>,
): Answer => (undecided.has(status) ? accepted(origin, { id, path }) : { status: 200, body });

import type { House } from '#app/house.ts';
import type { Caller } from './caller.ts';

export type RefusedAnswer = Readonly<{
  /** left out: no operation is at that path */ operation?: string | undefined;
  /** left out: he did not prove who he is */ caller?: Caller | undefined;
  /** its id, as the answer names it */ request: string;
  status: number;
  code: string;
  /** real time */ ms: number;
}>;

/**
 * A line for each answer that is a problem: whoever is asked about a `request_id` at night finds here what was answered, to whom and why, also
 * while the reporting database is away. Names ids and codes alone: neither the path nor anything that was sent.
 */
export const logRefused = ({ log }: Pick<House, 'log'>, { operation, caller, ...answer }: RefusedAnswer): void => {
  const fields = {
    ...(operation === undefined ? {} : { operation }),
    ...(caller === undefined ? {} : { companyId: caller.accountId, by: caller.by }),
    ...answer,
  };
  if (answer.status >= 500) log.warn(fields, 'the API answered with a problem');
  else log.info(fields, 'the API answered with a problem');
};

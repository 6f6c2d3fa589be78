import type { Cause } from '#domain/kernel/event.ts';
import type { OpenHouse } from './open-house.ts';

export const newRequestId = (): string => `req_${crypto.randomUUID().replaceAll('-', '')}`;

/** Of one thing that a command does; all that one command does is found by the request. */
export const commandCause = ({ house, request }: Pick<OpenHouse, 'house' | 'request'>): Cause => ({
  id: newRequestId(),
  now: house.clock.now(),
  ...(request === undefined ? {} : { correlation: request }),
});

/** What shows the work of colleagues: `*:read` does not hold it, it has to be named. */
const guarded: ReadonlySet<string> = new Set(['audit']);

/** Whether what a key or a role was given (`messages:*`, `*:read`, `*`) holds what an operation asks for (`messages:send`). */
export const allows = (given: readonly string[], asked: string): boolean => {
  const [resource = '', action = ''] = asked.split(':');
  const wide = guarded.has(resource) ? ['*'] : ['*', `*:${action}`];
  return given.some((one) => one === asked || one === `${resource}:*` || wide.includes(one));
};

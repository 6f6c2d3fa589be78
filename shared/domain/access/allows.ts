/** Whether what a key was given (`messages:*`, `*:read`, `*`) holds what an operation asks for (`messages:send`). */
export const allows = (given: readonly string[], asked: string): boolean => {
  const [resource = '', action = ''] = asked.split(':');
  return given.some((one) => one === '*' || one === asked || one === `${resource}:*` || one === `*:${action}`);
};

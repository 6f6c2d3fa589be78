/** Mocha hears of rejections that nobody handles and says nothing. In a real process each of them is its end: here the test that caused it fails. */
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => void unhandled.push(reason));

export const mochaHooks = {
  async afterEach(): Promise<void> {
    // they are told of at the end of a turn of the loop
    await new Promise((resolve) => setImmediate(resolve));
    const [first, ...more] = unhandled.splice(0);
    if (first === undefined) return;
    throw new Error(`a rejection was handled by nobody${more.length === 0 ? '' : ` (and ${more.length} more)`}`, { cause: first });
  },
};

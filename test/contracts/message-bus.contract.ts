import { concurrencyRules, deliveryRules, keyRules } from './message-bus.delivery.ts';
import { failureRules } from './message-bus.failure.ts';
import type { OpenedBus, Rule } from './message-bus.listen.ts';
import { closingRules, restartRules } from './message-bus.restart.ts';

/** Every message bus passes this. What an adapter cannot do is named in `skipped`: the rule's title and the reason. */
export const messageBusContract = (name: string, open: () => Promise<OpenedBus>, skipped: Readonly<Record<string, string>> = {}): void => {
  describe(`message bus contract: ${name}`, () => {
    let opened: OpenedBus;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const rule: Rule = (title, body) =>
      skipped[title] === undefined ? it(title, () => body(opened)) : it.skip(`${title} (${skipped[title]})`);
    for (const rules of [deliveryRules, failureRules, keyRules, concurrencyRules, closingRules, restartRules]) rules(rule);
  });
};

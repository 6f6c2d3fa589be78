import type { House } from '#app/house.ts';
import { numberPath } from '#app/limits-of-sender.ts';
import { openTestHouse, type TestHouse } from './house.ts';
import { sendNow, testCompany } from './house-steps.ts';
import { running } from './test-clock.ts';

/** A house whose business time goes on while somebody waits. */
export const openRunningHouse = async (): Promise<TestHouse> => {
  const opened = await openTestHouse();
  const clock = running(opened.clock);
  return { ...opened, clock, house: { ...opened.house, clock } };
};

/** How many segments a second the campaigns' number sends. */
export const sayPace = ({ house }: TestHouse, perSecond: number): Promise<void> =>
  house.documents.write([{ path: numberPath(sendNow.from), data: { companyId: testCompany, perSecond } }]);

/** Notes when the provider is called, in milliseconds of business time: it tells real time itself. */
export const hearing = (test: TestHouse, house: House, calls: number[]): House => ({
  ...house,
  providerFor: (account) => {
    const provider = house.providerFor(account);
    if (!provider) return undefined;
    const send: typeof provider.send = (message) => {
      calls.push(Date.parse(test.clock.now()));
      return provider.send(message);
    };
    return { ...provider, send };
  },
});

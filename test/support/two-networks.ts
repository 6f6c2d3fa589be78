import { join } from 'node:path';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { startTelnyxSimulator } from '#adapters/simulator/telnyx/telnyx-simulator.ts';
import { telnyxProvider } from '#adapters/telnyx/telnyx-provider.ts';
import type { House } from '#app/house.ts';
import type { Provider } from '#ports/provider.ts';
import { openTestHouse, type TestHouse, type TestHouseOptions } from './house.ts';
import { simulatorControl, tempFolder } from './simulator.ts';

const apiKey = 'KEY_of_a_test';

export type TwoNetworks = TestHouse &
  Readonly<{
    telnyx: Provider;
    telnyxControl: ReturnType<typeof simulatorControl>;
    /** the same house after somebody changed what is configured */
    with: (change: Partial<House>) => TwoNetworks;
  }>;

/** A test house that has a simulated Telnyx besides its simulated Twilio. */
export const openTwoNetworks = async (options: TestHouseOptions & Readonly<{ telnyxKey?: string }> = {}): Promise<TwoNetworks> => {
  const test = await openTestHouse(options);
  const folder = tempFolder();
  const network = await startTelnyxSimulator({
    ledgerFile: join(folder.path, 'ledger.jsonl'),
    apiKey,
    sentAfterMs: 2,
    deliveredAfterMs: 2,
    undeliveredShare: 0,
  });
  const opened = await telnyxProvider({
    accountId: telnyxProfile,
    apiKey: options.telnyxKey ?? apiKey,
    publicKey: publicKeyFor(apiKey),
    baseUrl: `http://127.0.0.1:${network.port}/v2`,
    callTimeoutMs: options.callTimeoutMs ?? 1_000,
  });
  const telnyx: Provider = { ...opened, send: test.crashes.step(opened.send) };
  const all = [test.house.providers?.()[0] ?? test.provider, telnyx];
  const house: House = {
    ...test.house,
    providerFor: ({ provider, accountId }) => all.find((one) => one.name === provider && one.accountId === accountId),
    providers: () => all,
    providerNamed: (name) => all.find((one) => one.name === name),
  };
  const close = async (): Promise<void> => {
    await network.close();
    await opened.close();
    folder.remove();
    await test.close();
  };
  const of = (own: House): TwoNetworks => ({
    ...test,
    house: own,
    telnyx,
    telnyxControl: simulatorControl(network.port),
    with: (change) => of({ ...own, ...change }),
    close,
  });
  return of(house);
};

import { join } from 'node:path';
import twilioPackage from 'twilio';
import { publicKeyFor, signingKeyOf, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { startTelnyxSimulator } from '#adapters/simulator/telnyx/telnyx-simulator.ts';
import { signedHeaders } from '#adapters/simulator/telnyx/webhooks.ts';
import { telnyxRegistrar } from '#adapters/telnyx/telnyx-registrar.ts';
import { twilioRegistrar } from '#adapters/twilio/twilio-registrar.ts';
import type { House } from '#app/house.ts';
import type { ReportRequest } from '#ports/provider.ts';
import type { Registrar } from '#ports/registrar.ts';
import { openTestHouse, type TestHouse, type TestHouseOptions } from './house.ts';
import { simulatorControl, tempFolder } from './simulator.ts';

const apiKey = 'KEY_of_a_test';

/** A test house that registers through both simulated providers. */
export type RegisteringHouse = Readonly<{
  house: House;
  test: TestHouse;
  telnyx: Registrar;
  twilio: Registrar;
  telnyxAccount: Readonly<{ provider: string; accountId: string }>;
  twilioAccount: Readonly<{ provider: string; accountId: string }>;
  /** what the registry behind a network decides */
  decide: (network: 'telnyx' | 'twilio', order: Parameters<ReturnType<typeof simulatorControl>['registry']>[0]) => Promise<unknown>;
  trouble: (network: 'telnyx' | 'twilio', kind: string) => Promise<unknown>;
  /** no trouble any more */
  calm: (network: 'telnyx' | 'twilio') => Promise<unknown>;
  things: (network: 'telnyx' | 'twilio', kind: string) => Promise<readonly Readonly<{ id: string }>[]>;
  /** what a provider tells about one of its ids, signed by it */
  notice: (network: 'telnyx' | 'twilio', reference: string) => ReportRequest;
  close: () => Promise<void>;
}>;

export const openRegisteringHouse = async (
  options: TestHouseOptions & Readonly<{ mustBeRegistered?: boolean }> = {},
): Promise<RegisteringHouse> => {
  const test = await openTestHouse(options);
  const folder = tempFolder();
  const network = await startTelnyxSimulator({ ledgerFile: join(folder.path, 'ledger.jsonl'), apiKey });
  const controls = { telnyx: simulatorControl(network.port), twilio: test.simulator.control };
  const ports = { telnyx: network.port, twilio: test.simulator.port };
  const telnyx = await telnyxRegistrar({
    accountId: telnyxProfile,
    apiKey,
    publicKey: publicKeyFor(apiKey),
    baseUrl: `http://127.0.0.1:${network.port}/v2`,
    callTimeoutMs: 1_000,
  });
  const { account, baseUrl } = test.simulator;
  const twilio = await twilioRegistrar({ ...account, baseUrl, callTimeoutMs: 1_000, primaryProfile: `BU${'0'.repeat(32)}` });
  const all = [telnyx, twilio];
  const house: House = {
    ...test.house,
    ...(options.mustBeRegistered === undefined ? {} : { mustBeRegistered: options.mustBeRegistered }),
    registrarFor: async ({ provider, accountId }) => all.find((one) => one.name === provider && one.accountId === accountId),
    registrarNamed: async (name) => all.find((one) => one.name === name),
  };
  return {
    house,
    test,
    telnyx,
    twilio,
    telnyxAccount: { provider: 'telnyx', accountId: telnyxProfile },
    twilioAccount: { provider: 'twilio', accountId: account.accountId },
    decide: (name, order) => controls[name].registry(order),
    trouble: (name, kind) => controls[name].fault({ kind, count: 1 }),
    calm: (name) => controls[name].noFaults(),
    things: async (name, kind) => {
      const answer = await fetch(`http://127.0.0.1:${ports[name]}/simulator/registry?kind=${kind}`);
      return ((await answer.json()) as { things: { id: string }[] }).things;
    },
    notice: (name, reference) => {
      const url = `http://127.0.0.1:9/messages/status/${name}?of=brd_told`;
      if (name === 'telnyx') {
        const body = JSON.stringify({ data: { event_type: '10dlc.brand.update', payload: { brandId: reference } } });
        const pairs = signedHeaders(signingKeyOf(apiKey), body, Date.now());
        return {
          method: 'POST',
          url,
          headers: Object.fromEntries(pairs.flatMap((one, n) => (n % 2 === 0 ? [[one, pairs[n + 1]]] : []))),
          body,
        };
      }
      const form = { AccountSid: account.accountId, BrandSid: reference };
      const signature = twilioPackage.getExpectedTwilioSignature(account.authToken, url, form);
      return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body: new URLSearchParams(form).toString() };
    },
    close: async () => {
      await Promise.all(all.map((one) => one.close()));
      await network.close();
      folder.remove();
      await test.close();
    },
  };
};

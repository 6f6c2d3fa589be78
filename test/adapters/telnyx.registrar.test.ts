import { join } from 'node:path';
import { publicKeyFor, signingKeyOf, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { startTelnyxSimulator } from '#adapters/simulator/telnyx/telnyx-simulator.ts';
import { signedHeaders } from '#adapters/simulator/telnyx/webhooks.ts';
import { telnyxRegistrar } from '#adapters/telnyx/telnyx-registrar.ts';
import { registrarContract, type OpenedRegistrar } from '../contracts/registrar.contract.ts';
import { simulatorControl, tempFolder } from '../support/simulator.ts';

const apiKey = 'KEY_of_a_test';
const faults = { cut: 'cut', 'cut after accept': 'cut_after_accept', error: '500', 'too many requests': '429' } as const;
const kinds = {
  brand: 'brand',
  registration: 'campaign',
  assignment: 'assignment',
  number: 'number',
  verification: 'verification',
} as const;

const open = async (): Promise<OpenedRegistrar> => {
  const folder = tempFolder();
  const network = await startTelnyxSimulator({ ledgerFile: join(folder.path, 'ledger.jsonl'), apiKey });
  const control = simulatorControl(network.port);
  const options = {
    accountId: telnyxProfile,
    apiKey,
    publicKey: publicKeyFor(apiKey),
    baseUrl: `http://127.0.0.1:${network.port}/v2`,
    callTimeoutMs: 1_000,
  };
  const registrar = await telnyxRegistrar(options);
  const stranger = await telnyxRegistrar({ ...options, apiKey: 'KEY_another' });
  const nowhere = await telnyxRegistrar({ ...options, baseUrl: 'http://127.0.0.1:9/v2' });
  return {
    registrar,
    stranger,
    nowhere,
    trouble: (kind) => control.fault({ kind: faults[kind], count: 1 }),
    decide: (kind, fate) => control.registry({ kind: kinds[kind], ...fate }),
    verify: ({ number }) =>
      fetch(`http://127.0.0.1:${network.port}/v2/messaging_tollfree/verification/requests`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ phoneNumbers: [{ phoneNumber: number }] }),
      }),
    count: async (kind) => {
      const answer = await fetch(`http://127.0.0.1:${network.port}/simulator/registry?kind=${kinds[kind]}`);
      return ((await answer.json()) as { things: unknown[] }).things.length;
    },
    notice: ({ reference: brandId }) => {
      const body = JSON.stringify({ data: { event_type: '10dlc.brand.update', payload: { brandId, type: 'TCR_BRAND_UPDATE' } } });
      const pairs = signedHeaders(signingKeyOf(apiKey), body, Date.now());
      const headers = Object.fromEntries(pairs.flatMap((name, n) => (n % 2 === 0 ? [[name, pairs[n + 1]]] : [])));
      return { method: 'POST', url: 'http://127.0.0.1:9/registrations/status/telnyx', headers, body };
    },
    close: async () => {
      await Promise.all([registrar.close(), stranger.close(), nowhere.close()]);
      await network.close();
      folder.remove();
    },
  };
};

registrarContract('telnyx', open);

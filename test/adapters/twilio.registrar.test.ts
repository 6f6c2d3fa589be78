import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import twilio from 'twilio';
import { twilioRegistrar } from '#adapters/twilio/twilio-registrar.ts';
import { registrarContract, type OpenedRegistrar } from '../contracts/registrar.contract.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';
import { openSimulator, type OpenSimulator } from '../support/simulator.ts';
import { describedApi } from '../support/twilio-openapi.ts';

const faults = { cut: 'cut', 'cut after accept': 'cut_after_accept', error: '500', 'too many requests': '429' } as const;
const kinds = {
  brand: 'brand',
  registration: 'campaign',
  assignment: 'assignment',
  number: 'number',
  verification: 'verification',
} as const;
const primaryProfile = `BU${'0'.repeat(32)}`;

const optionsFor = ({ account, baseUrl }: Pick<OpenSimulator, 'account' | 'baseUrl'>) => ({
  ...account,
  baseUrl,
  callTimeoutMs: 1_000,
  primaryProfile,
});

/** The form as Twilio describes it. */
const verificationForm = (sid: string): Readonly<Record<string, string | readonly string[]>> => ({
  BusinessName: 'Riverside Dental Care LLC',
  BusinessWebsite: 'https://riverside.example',
  NotificationEmail: 'office@riverside.example',
  UseCaseCategories: ['CUSTOMER_CARE'],
  UseCaseSummary: goodRegistration.description ?? '',
  ProductionMessageSample: goodRegistration.samples?.[0] ?? '',
  OptInImageUrls: ['https://riverside.example/form.png'],
  OptInType: 'PAPER_FORM',
  MessageVolume: '1,000',
  TollfreePhoneNumberSid: sid,
});

const verify = async ({ account, baseUrl }: Pick<OpenSimulator, 'account' | 'baseUrl'>, sid: string): Promise<Response> => {
  const body = new URLSearchParams(
    Object.entries(verificationForm(sid)).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  );
  const authorization = `Basic ${Buffer.from(`${account.accountId}:${account.authToken}`).toString('base64')}`;
  const answer = await fetch(`${baseUrl}/v1/Tollfree/Verifications`, { method: 'POST', headers: { authorization }, body });
  assert.equal(answer.status, 201);
  return answer;
};

const open = async (): Promise<OpenedRegistrar> => {
  const simulator = await openSimulator();
  const options = optionsFor(simulator);
  const registrar = await twilioRegistrar(options);
  const stranger = await twilioRegistrar({ ...options, authToken: 'another' });
  const nowhere = await twilioRegistrar({ ...options, baseUrl: 'http://127.0.0.1:9' });
  return {
    registrar,
    stranger,
    nowhere,
    trouble: (kind) => simulator.control.fault({ kind: faults[kind], count: 1 }),
    decide: (kind, fate) => simulator.control.registry({ kind: kinds[kind], ...fate }),
    verify: ({ reference }) => verify(simulator, String(reference)),
    count: async (kind) => {
      const answer = await fetch(`${simulator.baseUrl}/simulator/registry?kind=${kinds[kind]}`);
      return ((await answer.json()) as { things: unknown[] }).things.length;
    },
    notice: ({ reference: brandsid }) => {
      const type = 'com.twilio.messaging.compliance.brand-registration.brand-registered';
      const body = JSON.stringify([
        { specversion: '1.0', type, data: { accountsid: options.accountId, brandsid, brandstatus: 'registered' } },
      ]);
      const hash = createHash('sha256').update(body).digest('hex');
      const url = `http://127.0.0.1:9/messages/status/twilio?of=registrations&bodySHA256=${hash}`;
      const signature = twilio.getExpectedTwilioSignature(options.authToken, url, {});
      return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body };
    },
    close: async () => {
      await Promise.all([registrar.close(), stranger.close(), nowhere.close()]);
      await simulator.close();
    },
  };
};

registrarContract('twilio', open);

describe("Twilio's registrar", () => {
  let simulator: OpenSimulator;
  before(async () => (simulator = await openSimulator()));
  after(() => simulator.close());

  const submit = async (change: Parameters<typeof twilioRegistrar>[0], entityType = 'PRIVATE_PROFIT') => {
    const registrar = await twilioRegistrar(change);
    const facts = { ...goodBrand, entityType };
    const answer = await registrar.submitBrand({ brandId: 'brd_one', facts, noticeUrl: 'http://127.0.0.1:9/n' });
    await registrar.close();
    return answer;
  };
  it('says that the account is not set up where it has no profile of its own', async () => {
    const { primaryProfile: _, ...without } = optionsFor(simulator);
    assert.deepEqual(await submit(without), { kind: 'refused', retryable: false, reasons: [{ code: 'setup_missing' }] });
  });
  it('leaves sole proprietors to people, who have to read a code', async () =>
    assert.deepEqual(await submit(optionsFor(simulator), 'SOLE_PROPRIETOR'), {
      kind: 'refused',
      retryable: false,
      reasons: [{ code: 'not_eligible' }],
    }));
  it('fills both bundles of a brand once, whatever breaks on the way', async () => {
    for (let tries = 0; tries < 12; tries++) {
      await simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
      const answer = await submit(optionsFor(simulator));
      await simulator.control.noFaults();
      if (answer.kind === 'submitted') break;
    }
    const answer = await submit(optionsFor(simulator));
    assert.equal(answer.kind, 'submitted');
    const count = async (kind: string) => {
      const { things } = (await (await fetch(`${simulator.baseUrl}/simulator/registry?kind=${kind}`)).json()) as { things: unknown[] };
      return things.length;
    };
    assert.deepEqual([await count('profile'), await count('product'), await count('brand')], [1, 1, 1]);
  });
});

describe("the simulator's registry, by Twilio's own description of its API", () => {
  const apis = { messaging: describedApi('messaging_v1'), trusthub: describedApi('trusthub_v1'), api: describedApi('api_v2010') };
  const apiOf = (path: string) => {
    if (path.startsWith('/2010')) return apis.api;
    return /^\/v1\/(?:a2p|Services|Tollfree)/.test(path) ? apis.messaging : apis.trusthub;
  };

  it('fits in every answer to a brand, a campaign and a number, and so does what the adapter asks', async () => {
    const simulator = await openSimulator();
    const asked: string[] = [];
    const problems: string[] = [];
    // everything goes through here on its way
    const { createServer } = await import('node:http');
    const proxy = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [path = ''] = (request.url ?? '').split('?', 1);
        const method = (request.method ?? '').toLowerCase();
        const body = Buffer.concat(chunks).toString();
        const form: Record<string, unknown> = {};
        for (const [key, value] of new URLSearchParams(body)) form[key] = key in form ? [form[key], value].flat() : value;
        const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/x-www-form-urlencoded' };
        void fetch(simulator.baseUrl + request.url, { method: request.method ?? 'GET', headers, ...(body === '' ? {} : { body }) }).then(
          async (answer) => {
            const text = await answer.text();
            asked.push(`${method} ${path}`);
            if (body !== '')
              problems.push(
                ...apiOf(path)
                  .formProblems({ method, path }, form)
                  .map((one) => `${method} ${path}: ${one}`),
              );
            if (text !== '' && answer.status < 400)
              problems.push(
                ...apiOf(path)
                  .answerProblems({ method, path, status: answer.status }, JSON.parse(text))
                  .map((one) => `${method} ${path}: ${one}`),
              );
            response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
          },
        );
      });
    });
    await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as { port: number };
    const registrar = await twilioRegistrar({ ...optionsFor(simulator), baseUrl: `http://127.0.0.1:${port}` });
    const brand = await registrar.submitBrand({ brandId: 'brd_seen', facts: goodBrand, noticeUrl: 'http://127.0.0.1:9/n' });
    const brandReference = brand.kind === 'submitted' ? brand.reference : '';
    await registrar.look.brand(brandReference);
    const about = { registrationId: 'reg_seen', facts: goodRegistration, brandReference, noticeUrl: 'http://127.0.0.1:9/n' };
    const registration = await registrar.submitRegistration(about);
    const reference = registration.kind === 'submitted' ? registration.reference : '';
    await registrar.look.registration(reference);
    await registrar.submitRegistration({ ...about, reference });
    await registrar.submitBrand({ brandId: 'brd_seen', facts: goodBrand, reference: brandReference, noticeUrl: 'http://127.0.0.1:9/n' });
    const [{ number } = { number: '' }] = await registrar.searchNumbers({ country: 'US', areaCode: '208', limit: 1 });
    const bought = await registrar.buyNumber(number);
    const own = { number, reference: bought.kind === 'submitted' ? bought.reference : '' };
    await registrar.assignNumber(own, reference);
    await registrar.look.number(own, reference);
    await registrar.releaseNumber(own);
    const [{ number: free } = { number: '' }] = await registrar.searchNumbers({ country: 'US', areaCode: '888', limit: 1 });
    const freed = await registrar.buyNumber(free);
    const sid = freed.kind === 'submitted' ? freed.reference : '';
    await simulator.control.registry({ kind: 'verification', status: 'rejected', said: 'Opt-in not provided', code: '30842' });
    await verify({ ...simulator, baseUrl: `http://127.0.0.1:${port}` }, sid);
    assert.equal((await registrar.look.verification({ number: free, reference: sid })).status, 'rejected');
    await registrar.close();
    proxy.closeAllConnections();
    await new Promise((resolve) => void proxy.close(resolve));
    await simulator.close();
    // newer than the description at hand; the package has them
    const newer = /the form has (?:PrivacyPolicyUrl|TermsAndConditionsUrl), which is not described/;
    assert.deepEqual(
      problems.filter((one) => !newer.test(one)),
      [],
    );
    assert.ok(asked.length > 30, String(asked.length));
  });
});

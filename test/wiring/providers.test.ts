import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { publicKeyFor, telnyxProfile } from '#adapters/simulator/telnyx/account.ts';
import { ConfigInvalid } from '#wiring/config-invalid.ts';
import { readConfig } from '#wiring/config.ts';
import { configuredProviders } from '#wiring/configured-providers.ts';
import { houseAccount } from '#wiring/house-account.ts';
import { openLiveHouse } from '#wiring/live-house.ts';
import { openProviders } from '#wiring/open-providers.ts';
import { readMail } from '../support/read-mail.ts';

const telnyx = {
  CARILLON_TELNYX_PROFILE: telnyxProfile,
  CARILLON_TELNYX_API_KEY: 'KEY_of_a_test',
  CARILLON_TELNYX_PUBLIC_KEY: publicKeyFor('KEY_of_a_test'),
};
const twilio = { CARILLON_TWILIO_ACCOUNT_SID: simulatorAccount.accountId, CARILLON_TWILIO_AUTH_TOKEN: 'token' };
const smtp = { CARILLON_SMTP_URL: 'smtps://me:secret@mail.example.com' };
const bandwidth = {
  accountNumber: '5500001',
  applicationId: '93de2206-0000-4000-8000-000000c0ffee',
  user: 'me',
  password: 'hush',
  callbackUser: 'them',
  callbackPassword: 'hush',
};
const opened = async (env: Record<string, string>) => openProviders(await configuredProviders(readConfig({}, env)));

describe('the providers of a house', () => {
  it('are those that the environment names, each found by its name and by its account', async () => {
    const providers = await opened({ ...twilio, ...telnyx, ...smtp });
    assert.deepEqual(
      providers.all.map(({ name, accountId }) => [name, accountId]),
      [
        ['twilio', simulatorAccount.accountId],
        ['telnyx', telnyxProfile],
        ['smtp', 'mail.example.com'],
      ],
    );
    assert.equal(providers.named('smtp')?.accountId, 'mail.example.com');
    assert.equal(providers.named('constructor'), undefined);
    assert.equal(providers.of({ provider: 'telnyx', accountId: telnyxProfile })?.name, 'telnyx');
    assert.equal(providers.of({ provider: 'telnyx', accountId: 'another' }), undefined);
    await providers.close();
    assert.deepEqual((await opened({})).all, []);
  });

  it('send for a company through Twilio, else through Telnyx, else through what is simulated', () => {
    const account = (env: Record<string, string>) => houseAccount(readConfig({}, env));
    assert.deepEqual(account({ ...twilio, ...telnyx }), { provider: 'twilio', accountId: simulatorAccount.accountId });
    assert.deepEqual(account(telnyx), { provider: 'telnyx', accountId: telnyxProfile });
    assert.deepEqual(account({}), { provider: 'twilio', accountId: simulatorAccount.accountId });
    assert.deepEqual(account({ CARILLON_SIMULATE: 'telnyx' }), { provider: 'telnyx', accountId: telnyxProfile });
  });

  it('that are half configured, or wrongly, are refused in words that show no secret', async () => {
    const { CARILLON_TELNYX_PUBLIC_KEY: _, ...half } = telnyx;
    for (const [env, says] of [
      [half, /CARILLON_TELNYX_PROFILE.*go together/],
      [{ ...telnyx, CARILLON_TELNYX_PUBLIC_KEY: 'secret' }, /CARILLON_TELNYX_PUBLIC_KEY must be the account's public key/],
      [{ CARILLON_SMTP_URL: 'https://me:secret@mail.example.com' }, /CARILLON_SMTP_URL must be smtps:/],
      [{ ...smtp, CARILLON_SMTP_CA: '/nowhere/ca.pem' }, /CARILLON_SMTP_CA names a file that can't be read/],
      [{ CARILLON_SIMULATE: 'secret' }, /CARILLON_SIMULATE must be twilio or telnyx/],
    ] as const)
      assert.throws(
        () => readConfig({}, env),
        (error) => error instanceof ConfigInvalid && says.test(error.message) && !error.message.includes('secret'),
        JSON.stringify(env),
      );
    for (const reports of [
      'sesame',
      '{"secret":"sesame"}',
      '{"user":"sesame","password":"short"}',
      '{"sendgridKey":"sesame"}',
      '{}',
      '["sesame"]',
    ])
      await assert.rejects(
        opened({ ...smtp, CARILLON_SMTP_REPORTS: reports }),
        (error) => error instanceof ConfigInvalid && /CARILLON_SMTP_REPORTS/.test(error.message) && !error.message.includes('sesame'),
      );
    await opened({ ...smtp, CARILLON_SMTP_REPORTS: `{"secret":"whsec_${'A'.repeat(43)}="}` });
    await opened({ ...smtp, CARILLON_SMTP_REPORTS: '{"user":"mx","password":"long enough for a door"}' });
    const named = { CARILLON_SMTP_URL_SECRET: 'projects/p/secrets/s' };
    await assert.rejects(opened(named), /no store of secrets/);
  });

  it('have their secrets from where the house keeps them, and follow what changes', async () => {
    const { CARILLON_TELNYX_API_KEY: _, ...rest } = telnyx;
    const env = { ...rest, CARILLON_TELNYX_API_KEY_SECRET: 'file:/key', CARILLON_SMTP_URL_SECRET: 'file:/url' };
    const secrets: Record<string, { current: string }> = {
      'file:/key': { current: 'one' },
      'file:/url': { current: 'smtp://127.0.0.1:9' },
    };
    const configured = await configuredProviders(readConfig({}, env), (name) => Promise.resolve(() => secrets[name]!));
    assert.equal(configured.smtp?.url, 'smtp://127.0.0.1:9');
    secrets['file:/key'] = { current: 'two' };
    assert.ok(typeof configured.telnyx?.apiKey === 'function' && configured.telnyx.apiKey().current === 'two');
  });

  it('that need little but secrets have one JSON each, also as a secret, and tell what is wrong with it without showing it', async () => {
    const messagebird = { accountId: 'workspace', accessKey: 'hush', signingKey: 'hush' };
    const meta = { accountId: '100000000055501', accessToken: 'hush', appSecret: 'hush' };
    const env = {
      CARILLON_BANDWIDTH: JSON.stringify(bandwidth),
      CARILLON_MESSAGEBIRD_SECRET: 'file:/messagebird',
      CARILLON_META: JSON.stringify(meta),
    };
    const configured = await configuredProviders(readConfig({}, env), (name) =>
      Promise.resolve(() => ({ current: name === 'file:/messagebird' ? JSON.stringify(messagebird) : '' })),
    );
    const providers = await openProviders(configured);
    assert.deepEqual(
      providers.all.map(({ name, accountId }) => [name, accountId]),
      [
        ['bandwidth', bandwidth.applicationId],
        ['messagebird', 'workspace'],
        ['meta', '100000000055501'],
      ],
    );
    await providers.close();
    for (const [value, says] of [
      [
        'hush',
        /CARILLON_META is no JSON; it must be JSON with accountId, accessToken, appSecret; it may have instagramId, verifyToken, baseUrl/,
      ],
      ['{"accountId":"1","accessToken":7,"appSecret":"hush"}', /CARILLON_META is not right \(accessToken\)/],
      ['{"accountId":"1","accessToken":"hush","appSecret":"hush","hushed":"x"}', /a key too many/],
    ] as const)
      await assert.rejects(opened({ CARILLON_META: value }), (error) => {
        assert.ok(error instanceof ConfigInvalid);
        return says.test(error.message) && !error.message.includes('hush');
      });
  });

  it('stand in the reporting tables with each channel that they carry, and whether they can be asked what became of a message', async () => {
    const folder = new URL('../../sql/migrations/', import.meta.url);
    const rows = readdirSync(folder)
      .filter((file) => /fill_(?:more_)?contact_method_providers\.up/.test(file))
      .flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\('(\w+)', '(\w+)', '[^']+', FALSE, (TRUE|FALSE)\)/g)])
      .map(([, channel, provider, canLookUp]) => `${provider} ${channel} ${canLookUp}`);
    const sealed = {
      CARILLON_BANDWIDTH: JSON.stringify(bandwidth),
      CARILLON_MESSAGEBIRD: JSON.stringify({ accountId: 'workspace', accessKey: 'hush', signingKey: 'hush' }),
      CARILLON_META: JSON.stringify({ accountId: '100000000055501', accessToken: 'hush', appSecret: 'hush' }),
    };
    const providers = await opened({ ...twilio, ...telnyx, ...smtp, ...sealed });
    const carried = providers.all.flatMap(({ name, channels, find }) =>
      channels.map((channel) => `${name} ${channel} ${find ? 'TRUE' : 'FALSE'}`),
    );
    assert.deepEqual(rows.toSorted(), carried.toSorted());
    await providers.close();
  });

  it('are a simulated Telnyx elsewhere on this machine where its URL alone is told', async () => {
    const providers = await opened({ CARILLON_TELNYX_URL: 'http://127.0.0.1:9/v2' });
    assert.equal(providers.of({ provider: 'telnyx', accountId: telnyxProfile })?.name, 'telnyx');
    await providers.close();
  });

  it('take what vouches for a mail server from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'carillon-ca-'));
    writeFileSync(join(folder, 'ca.pem'), 'certificates');
    assert.equal(readConfig({}, { ...smtp, CARILLON_SMTP_CA: join(folder, 'ca.pem') }).smtp?.ca, 'certificates');
    rmSync(folder, { recursive: true });
  });
});

describe('a house on one machine without providers', () => {
  it('has a simulated Telnyx where it is asked for one, and keeps mails as files', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'carillon-providers-'));
    const config = readConfig({ dataDir, simulate: 'telnyx', logLevel: 'silent', mysqlUrl: 'mysql://root@127.0.0.1:9/none' }, {});
    const live = await openLiveHouse(config, { tickMs: 3_600_000 });
    try {
      assert.equal(live.house.providerNamed('twilio'), undefined);
      const phones = live.house.providerFor(live.account);
      const message = {
        messageId: 'msg_abc-0-2-sms-0',
        to: '+12085550123',
        from: '+12085550199',
        content: { channel: 'sms', body: 'Hi' },
      } as const;
      const callbackUrl = `${live.house.publicUrl}/messages/status/telnyx?m=msg_abc-0-2-sms-0`;
      assert.equal((await phones?.send({ ...message, callbackUrl }))?.kind, 'accepted');
      const content = { channel: 'email', subject: 'Hello', text: 'Hi Ana' } as const;
      const mail = { messageId: 'msg_abc-0-2-email-0', to: 'ana@example.com', from: 'mail@clinic.example', content, callbackUrl: '' };
      assert.equal((await live.house.providerNamed('smtp')?.send(mail))?.kind, 'accepted');
    } finally {
      await live.close();
    }
    const [name = ''] = readdirSync(join(dataDir, 'mails'));
    assert.deepEqual(readMail(readFileSync(join(dataDir, 'mails', name), 'utf8')).parts, { 'text/plain': 'Hi Ana' });
    rmSync(dataDir, { recursive: true });
  });
});

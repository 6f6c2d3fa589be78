import assert from 'node:assert/strict';
import { smtpProvider } from '#adapters/smtp/smtp-provider.ts';
import type { House } from '#app/house.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, load, numbers, sendNow } from '../support/house-steps.ts';
import { workItems } from '../support/house-queue.ts';
import { tick } from '../support/house-run.ts';
import { codesOf, countTypes, ofType } from '../support/house-story.ts';
import { openMailServer, type MailServer } from '../support/mail-server.ts';
import { readMail } from '../support/read-mail.ts';

const letters: Definition = {
  ...sendNow,
  name: 'Letters',
  fields: { ...sendNow.fields, email: 'mail' },
  channels: [
    {
      channel: 'email',
      from: 'clinic@example.com',
      template: { subject: 'For {{ firstName }}', text: 'Your glasses are ready.', html: '<p>Your glasses are <b>ready</b>.</p>' },
    },
  ],
};
const people = (...names: readonly string[]): string =>
  ['id,name,phone,mail', ...names.map((name) => `P-${name},${name},,${name}@example.org`), ''].join('\n');

describe('a campaign of mails, through a mail server', () => {
  let test: TestHouse;
  let server: MailServer;
  let provider: Awaited<ReturnType<typeof smtpProvider>>;
  beforeEach(async () => {
    const opened = await openTestHouse();
    server = await openMailServer();
    provider = await smtpProvider({ url: `smtp://127.0.0.1:${server.port}`, callTimeoutMs: 1_000 });
    const house: House = { ...opened.house, providerFor: () => provider, providerNamed: () => provider };
    test = { ...opened, house };
  });
  afterEach(async () => {
    await provider.close();
    await server.close();
    await test.close();
  });
  const sent = async (...names: readonly string[]): Promise<void> => {
    await load(test, await activeCampaign(test, letters), people(...names));
    await tick(test);
    await tick(test);
  };

  it('goes to each once, with an id that the log knows, and tells nobody of them', async () => {
    const names = numbers(30).map((n) => `person${n}`);
    await sent(...names);
    assert.deepEqual(server.mails.map(({ to }) => to).sort(), names.map((name) => `${name}@example.org`).sort());
    const ids = server.mails.map(({ raw }) => readMail(raw).headers['message-id']?.slice(1, -1));
    const known = (await ofType(test, 'MessageSent')).map(({ data }) => data['reference']);
    assert.deepEqual(new Set(ids), new Set(known));
    assert.equal(new Set(ids).size, 30);
    const mail = readMail(server.mails[0]?.raw ?? '');
    assert.equal(mail.headers['subject'], `For ${server.mails[0]?.to.split('@')[0]}`);
    assert.deepEqual(mail.parts, { 'text/plain': 'Your glasses are ready.', 'text/html': '<p>Your glasses are <b>ready</b>.</p>' });
    assert.ok(!JSON.stringify(test.lines).includes('example.org'));
  });

  it('holds a mail in doubt whose fate nobody knows, fails what was refused, and sends later what may pass later', async () => {
    await sent('unknown', 'spam', 'busy', 'ana');
    assert.deepEqual(await codesOf(test, 'MessageFailed'), { address_unknown: 1, mail_filtered: 1 });
    assert.equal((await countTypes(test))['MessageSent'], 1);
    const [item] = await workItems(test);
    assert.equal(item?.data.pending.length, 1, 'busy waits');
    server.trouble('cut after accept');
    await sent('ben');
    assert.equal(server.mails.filter(({ to }) => to === 'ben@example.org').length, 1);
    const inFlight = (await workItems(test)).flatMap(({ data }) => data.inFlight);
    assert.equal(inFlight.length, 1, 'nobody can tell of ben');
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { callWebhooks } from '#app/call-webhooks.ts';
import { readWebhookEndpoints } from '#app/change-webhook-endpoints.ts';
import { webhookAttempts } from '#app/webhook-attempts.ts';
import { openCloud, type CloudHouse } from '#wiring/cloud.ts';
import { systemClock } from '#wiring/clocks.ts';
import { carryOut } from '#wiring/commands.ts';
import type { EmulatedCloud } from '#wiring/emulated-cloud.ts';
import { carillon, startCarillon } from '../support/carillon.ts';
import { eventually } from '../support/eventually.ts';
import { answers, openWebhookReceiver } from '../support/webhook-receiver.ts';

export type Ground = Readonly<{ cloud: EmulatedCloud; open: CloudHouse; folder: string }>;

const companyId = 'co_main';
const patienceMs = 60_000;

/** `carillon listen`, `trigger` and `endpoints`, as somebody types them who has the rights on a house of the emulators. */
export const listensAndTriggers = async ({ cloud, open, folder }: Ground): Promise<void> => {
  const receiver = await openWebhookReceiver();
  const env = Object.fromEntries(Object.entries(cloud.config.env).map(([name, value]) => [name, value]));
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await carillon([...args, '--data', folder], { env });
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const listening = startCarillon(['listen', '--forward-to', receiver.url, '--data', folder], { env });
  try {
    await eventually('somebody listens', () => listening.stderr().includes('Ready!') || listening.child.exitCode !== null, patienceMs);
    const secret = /whsec_\S+/.exec(listening.stderr())?.[0] ?? assert.fail(listening.stderr());
    assert.match(await run('trigger', 'message.delivered'), /^a sample of message\.delivered \[evt_\w+\] goes to whk_\w+\n/);
    await eventually('the sample has come', () => receiver.received.length === 1, patienceMs);
    const [{ body, headers, event }] = receiver.received as [(typeof receiver.received)[0]];
    assert.deepEqual([new Webhook(secret).verify(body, headers), event.sample], [event, true]);
    const listed = (await carryOut(open, 'list-endpoints', { companyId })) as readonly { endpointId: string }[];
    assert.equal(listed.length, 1);
    const { endpointId } = listed[0]!;
    const attempts = async () => (await carryOut(open, 'list-attempts', { companyId, endpointId })) as readonly unknown[];
    await eventually('it was noted', async () => (await attempts()).length === 1, patienceMs);
    assert.match(await run('endpoints', 'replay', endpointId, '--event', event.id), /^1 events are told again/);
    await eventually('it has come again', () => receiver.received.length === 2, patienceMs);
    assert.equal(receiver.received[1]!.event.id, event.id);
    listening.kill('SIGINT');
    assert.equal((await listening.ended).code, 0);
    assert.deepEqual(await readWebhookEndpoints(open.house, companyId), {});
  } finally {
    listening.kill('SIGKILL');
    await receiver.close();
  }
};

/** The door's process is killed when a customer has the call and nobody has noted it: whoever comes after its lease calls again. */
export const survivesAKilledCaller = async ({ cloud, open }: Ground): Promise<void> => {
  const receiver = await openWebhookReceiver();
  const held: ServerResponse[] = [];
  const pidFile = join(cloud.meterDir, '..', 'call-webhooks.pid');
  const pid = Number(readFileSync(pidFile, 'utf8'));
  receiver.answer((response) => {
    held.push(response);
    process.kill(pid, 'SIGKILL');
  });
  // another instance, whose clock stands where the lease of the first one is over
  const later = await openCloud(cloud.config, { ...systemClock, realMs: () => Date.now() + 200_000 });
  try {
    const { endpoint } = (await carryOut(open, 'add-endpoint', { companyId, url: receiver.url, events: ['company.*'], by: 'Ana' })) as {
      endpoint: { endpointId: string };
    };
    await carryOut(open, 'halt-company', { companyId, by: 'Ana' });
    await carryOut(open, 'lift-company', { companyId, by: 'Ana' });
    await eventually('the door calls and is killed', () => held.length > 0 && Number(readFileSync(pidFile, 'utf8')) !== pid, patienceMs);
    const begun = new Set(receiver.received.map(({ event }) => event.id));
    receiver.answer(answers(204));
    await eventually(
      'both are told',
      async () => {
        await callWebhooks(later.house, endpoint.endpointId);
        return new Set(receiver.received.map(({ event }) => event.type)).size === 2;
      },
      patienceMs,
    );
    const ids = receiver.received.map(({ event }) => event.id);
    assert.equal(new Set(ids).size, 2, 'each under one id');
    for (const id of begun) assert.ok(ids.filter((one) => one === id).length >= 2, 'what was under way was told again');
    const noted = await Array.fromAsync(webhookAttempts(open.house, endpoint.endpointId));
    assert.deepEqual(new Set(noted.map(({ item }) => item.id)), new Set(ids));
    await carryOut(open, 'remove-endpoint', { companyId, endpointId: endpoint.endpointId, by: 'Ana' });
  } finally {
    await later.close();
    await receiver.close();
  }
};

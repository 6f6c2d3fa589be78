import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agenda as newAgenda } from '../agenda.ts';
import { answerJson } from '../answer.ts';
import { faults as newFaults } from '../faults.ts';
import { lockLedger } from '../ledger-lock.ts';
import { openLedger, readPlacedLines } from '../ledger.ts';
import { asQuietAsPossible, type Behaviour } from '../options.ts';
import { openReportedFile, readReported, type ReportKind } from '../reported-file.ts';
import { openRegistry } from '../registry.ts';
import type { Simulator } from '../simulator.ts';
import { signingKeyOf } from './account.ts';
import { telnyxApi } from './api.ts';
import { telnyxControl } from './control.ts';
import { telnyxMessages, type TelnyxMessage } from './messages.ts';
import { telnyxNetwork } from './network.ts';
import { telnyxRegistryApi } from './registry-api.ts';
import { telnyxPeople } from './telnyx-people.ts';
import { webhookSender } from './webhooks.ts';

export type TelnyxSimulatorOptions = Readonly<{ [Name in keyof Behaviour]?: Behaviour[Name] | undefined }> &
  Readonly<{
    /** 0: any free one */
    port?: number | undefined;
    /** JSON lines; what it holds is known again after a restart */
    ledgerFile: string;
    seed?: number | undefined;
    /** the secret of the only account; webhooks are signed with a key made from it */
    apiKey: string;
  }>;

const lockPatienceMs = 15_000;
const bothReported = 3;

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 511 }, () => resolve((server.address() as AddressInfo).port));
  });

/** The messages of a ledger, and of each whose webhooks somebody still waits for which. */
const recovered = async (file: string, salt: string) => {
  const messages = telnyxMessages(salt);
  const known: TelnyxMessage[] = [];
  for await (const lines of readPlacedLines(file))
    for (const { line } of lines) {
      const message = messages.read(line);
      if (message.number === known.length) known.push(message);
    }
  const settled = readReported(`${file}.reported`);
  const unfinished = known.flatMap((message): [TelnyxMessage, ReportKind[]][] => {
    const bits = message.callback === undefined ? bothReported : (settled[message.number] ?? 0);
    const unreported = (['sent', 'last'] as const).filter((_kind, bit) => (bits & (1 << bit)) === 0);
    return message.status === 'queued' || message.status === 'sent' || unreported.length > 0 ? [[message, unreported]] : [];
  });
  return { messages, unfinished };
};

/** What is told of how the network behaves; the other options are none of it. */
const behaviourOf = (options: TelnyxSimulatorOptions): Behaviour => {
  const told = Object.entries(options).filter(([name, value]) => value !== undefined && Object.hasOwn(asQuietAsPossible, name));
  return { ...asQuietAsPossible, ...(Object.fromEntries(told) as Partial<Behaviour>) };
};

const assemble = async (options: TelnyxSimulatorOptions) => {
  const { ledgerFile, apiKey, seed = 1 } = options;
  let behaviour = behaviourOf(options);
  const behave = (change: Partial<Behaviour>) => void (behaviour = { ...behaviour, ...change });
  const { messages, unfinished } = await recovered(ledgerFile, `telnyx ${seed}`);
  const ledger = openLedger(ledgerFile);
  const reported = openReportedFile(`${ledgerFile}.reported`);
  const agenda = newAgenda();
  const webhooks = webhookSender(signingKeyOf(apiKey), () => behaviour, agenda);
  const people = telnyxPeople({ seed, behaviour: () => behaviour, messages, webhooks });
  const registry = openRegistry(`${ledgerFile}.registry`, seed);
  const parts = {
    registry,
    seed,
    apiKey,
    behaviour: () => behaviour,
    behave,
    messages,
    ledger,
    reported,
    webhooks,
    people,
    agenda,
    faults: newFaults(seed),
  };
  return { ...parts, unfinished, network: telnyxNetwork(parts) };
};

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** What the server does with a request, once the network stands. */
const serve = (parts: Awaited<ReturnType<typeof assemble>>): RequestListener => {
  let requests = 0;
  const pending = () => {
    const [timers, callbacks] = [parts.agenda.count(), parts.webhooks.pending()];
    return { total: timers + callbacks + requests, timers, callbacks, requests };
  };
  const api = telnyxApi({ ...parts, registryApi: telnyxRegistryApi(parts.registry, parts.faults) });
  const control = telnyxControl({ ...parts, pending });
  return (request, response) => {
    if (!loopback.test(request.headers.host ?? '')) return answerJson(response, 403, { message: 'this network answers on loopback alone' });
    if (request.url?.startsWith('/simulator/')) return control(request, response);
    requests += 1;
    response.once('close', () => void (requests -= 1));
    return api(request, response);
  };
};

const stopServer = async (server: Server): Promise<void> => {
  const stopped = new Promise((resolve) => void server.close(resolve));
  server.closeAllConnections();
  await stopped;
};

/**
 * A phone network with Telnyx's REST API for messages, on loopback. What its ledger holds from an earlier process it knows again and goes
 * on with. Rejects when the port is taken or the ledger can't be written.
 */
export const startTelnyxSimulator = async (options: TelnyxSimulatorOptions): Promise<Simulator> => {
  let handle: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  const port = await listen(server, options.port ?? 0);
  let unlock = async () => {};
  const begin = async () => {
    unlock = await lockLedger(options.ledgerFile, lockPatienceMs);
    return assemble(options);
  };
  const parts = await begin().catch(async (error: unknown) => {
    await Promise.all([stopServer(server), unlock()]);
    throw error;
  });
  handle = serve(parts);
  for (const [message, unreported] of parts.unfinished) parts.network.resume(message, unreported);
  const close = async () => {
    parts.agenda.close();
    await Promise.all([stopServer(server), parts.webhooks.close()]);
    parts.ledger.close();
    parts.reported.close();
    await unlock();
  };
  return { port, close };
};

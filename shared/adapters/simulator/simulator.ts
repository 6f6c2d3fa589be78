import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agenda as newAgenda } from './agenda.ts';
import { answerError, answerJson } from './answer.ts';
import { callNetwork } from './call-network.ts';
import { callbackSender } from './callback-sender.ts';
import { callsApi } from './calls-api.ts';
import { contentApi } from './content-api.ts';
import { contents as newContents } from './contents.ts';
import { controlApi } from './control-api.ts';
import { faults as newFaults } from './faults.ts';
import { handsets as newHandsets } from './handsets.ts';
import { lockLedger } from './ledger-lock.ts';
import { openLedger } from './ledger.ts';
import { messageStore } from './message-store.ts';
import { messagesApi } from './messages-api.ts';
import { withDefaults, type Behaviour, type SimulatorGiven, type SimulatorOptions } from './options.ts';
import { pace } from './pace.ts';
import { people } from './people.ts';
import { phoneNetwork } from './phone-network.ts';
import { recover } from './recover.ts';
import { registryApi } from './registry-api.ts';
import { openRegistry } from './registry.ts';
import { openReportedFile } from './reported-file.ts';
import { sessions as newSessions } from './sessions.ts';

export type Simulator = Readonly<{ port: number; close: () => Promise<void> }>;

const keepAliveMs = 65_000;
const lockPatienceMs = 15_000;

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 511 }, () => resolve((server.address() as AddressInfo).port));
  });

/** The network's state and its parts, put together. */
const assemble = async (options: SimulatorOptions) => {
  let behaviour: Behaviour = options;
  const behave = (change: Partial<Behaviour>) => void (behaviour = { ...behaviour, ...change });
  const { ledgerFile, seed, accountId, authToken } = options;
  const reportedFile = `${ledgerFile}.reported`;
  const store = messageStore();
  const ledger = openLedger(ledgerFile);
  const unfinished = await recover(store, ledgerFile, reportedFile);
  const reported = openReportedFile(reportedFile);
  const agenda = newAgenda();
  const callbacks = callbackSender(options, () => behaviour, agenda);
  const handsets = newHandsets(seed, () => behaviour);
  const sessions = newSessions();
  const said = people({ accountId, store, ledger, callbacks, sessions });
  const known = { seed, accountId, authToken, behaviour: () => behaviour, store, ledger, reported, callbacks, agenda, handsets, sessions };
  const parts = { ...known, people: said };
  const networks = { network: phoneNetwork(parts), calls: callNetwork(parts) };
  return {
    ...parts,
    ...networks,
    behave,
    unfinished,
    faults: newFaults(seed),
    contents: newContents(),
    registry: openRegistry(`${ledgerFile}.registry`, seed),
  };
};

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** What the server does with a request, once the network stands. */
const serve = ({ agenda, callbacks, ...parts }: Awaited<ReturnType<typeof assemble>>): RequestListener => {
  const { accountId, authToken } = parts;
  const basic = `Basic ${Buffer.from(`${accountId}:${authToken}`).toString('base64')}`;
  const calls = `/2010-04-01/Accounts/${accountId}/Calls`;
  let requests = 0;
  const pending = () => {
    const [timers, toCome] = [agenda.count(), callbacks.pending()];
    return { total: timers + toCome + requests, timers, callbacks: toCome, requests };
  };
  const paced = { ...parts, pace: pace(agenda, parts.behaviour) };
  const [messages, ofCalls, ofContents] = [messagesApi(paced), callsApi(paced), contentApi(paced)];
  const registered = registryApi(paced);
  const apiOf = (url: string): RequestListener => {
    if (url.startsWith(calls)) return ofCalls;
    return url.startsWith('/v1/Content') ? ofContents : messages;
  };
  const control = controlApi({ ...parts, pending, callbackCounts: callbacks.counts });
  return (request, response) => {
    // a page in somebody's browser that had its own name point here: phones and bodies are none of its business
    if (!loopback.test(request.headers.host ?? '')) return answerJson(response, 403, { message: 'this network answers on loopback alone' });
    if (request.url?.startsWith('/simulator/')) return control(request, response);
    requests += 1;
    response.once('close', () => void (requests -= 1));
    if (request.headers.authorization !== basic) return answerError(response, 20003);
    if (!registered(request, response)) apiOf(request.url ?? '')(request, response);
  };
};

const stopServer = async (server: Server): Promise<void> => {
  const stopped = new Promise((resolve) => void server.close(resolve));
  server.closeAllConnections();
  await stopped;
};

/**
 * A phone network with Twilio's REST API for messages and calls, on loopback. What its ledger holds from an earlier process it knows again and
 * goes on with. Rejects when the port is taken or the ledger can't be written.
 */
export const startSimulator = async (given: SimulatorGiven): Promise<Simulator> => {
  const options = withDefaults(given);
  let handle: RequestListener = (_request, response) => answerError(response, 20503);
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => handle(request, response));
  const port = await listen(server, options.port);
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
  for (const { message, unreported } of parts.unfinished) {
    if (parts.store.get(message).kind === 'CA') parts.calls.resume(message);
    else parts.network.resume(message, unreported);
  }
  const close = async () => {
    parts.agenda.close();
    await Promise.all([stopServer(server), parts.callbacks.close()]);
    parts.ledger.close();
    parts.reported.close();
    await unlock();
  };
  return { port, close };
};

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agenda } from './agenda.ts';
import { answerError, answerJson, readBody } from './answer.ts';
import { readCreateRequest } from './create-request.ts';
import type { Fault, Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { listMessages } from './list-messages.ts';
import { messageResource } from './message-resource.ts';
import type { MessageStore } from './message-store.ts';
import type { Behaviour } from './options.ts';
import type { Network } from './phone-network.ts';

type Parts = Readonly<{
  accountId: string;
  authToken: string;
  behaviour: () => Behaviour;
  store: MessageStore;
  ledger: Ledger;
  network: Network;
  faults: Faults;
  agenda: Agenda;
}>;

/** Longer than any client's patience; then the connection is cut. */
const hangMs = 60_000;

/** Twilio's REST API for messages: create, fetch and list. */
export const messagesApi = (parts: Parts) => {
  const { accountId, behaviour, store, ledger, network, faults, agenda } = parts;
  const list = `/2010-04-01/Accounts/${accountId}/Messages.json`;
  const single = new RegExp(`^/2010-04-01/Accounts/${accountId}/Messages/(SM[0-9a-f]{32})\\.json$`);
  const basic = `Basic ${Buffer.from(`${accountId}:${parts.authToken}`).toString('base64')}`;

  const afterLatency = (answer: () => void) => {
    const { latencyMs } = behaviour();
    if (latencyMs === 0) answer();
    else agenda.after(latencyMs, answer);
  };
  const goWrong = (response: ServerResponse, { kind, retryAfterS }: Fault) => {
    if (kind === 'timeout') setTimeout(() => response.destroy(), hangMs).unref();
    else if (kind === 'cut') response.destroy();
    else if (kind === 'malformed') response.writeHead(201, ['content-type', 'application/json']).end('{"sid": "SM');
    else {
      if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
      answerError(response, { '429': 20429, '500': 20500, '503': 20503 }[kind]);
    }
  };
  const create = (response: ServerResponse, form: string) => {
    const fault = faults.next();
    if (fault && !fault.accept) return afterLatency(() => goWrong(response, fault));
    const message = readCreateRequest(form);
    if (typeof message === 'number') return afterLatency(() => answerError(response, message));
    return network.accept(message, ({ sid, at }) => {
      const shown = { sid, status: 'queued', createdAt: at, changedAt: at, sentAt: undefined, errorCode: undefined } as const;
      const answer = () => answerJson(response, 201, messageResource(accountId, shown, message));
      afterLatency(fault ? () => goWrong(response, fault) : answer);
    });
  };
  const fetch = (response: ServerResponse, sid: string) => {
    const message = store.find(sid);
    if (message === undefined) return answerError(response, 20404);
    const stored = store.get(message);
    return answerJson(response, 200, messageResource(accountId, stored, ledger.lineAt(stored.place)));
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    if (request.headers.authorization !== basic) return answerError(response, 20003);
    if (request.method === 'POST') return url === list ? readBody(request, (form) => create(response, form)) : answerError(response, 20404);
    if (request.method !== 'GET') return answerError(response, 20004);
    const [path = '', query = ''] = url.split('?', 2);
    const sid = single.exec(path)?.[1];
    const { listLagMs } = behaviour();
    if (sid) return afterLatency(() => fetch(response, sid));
    if (path !== list) return answerError(response, 20404);
    return afterLatency(() => answerJson(response, 200, listMessages({ accountId, store, ledger, listLagMs }, new URLSearchParams(query))));
  };
};

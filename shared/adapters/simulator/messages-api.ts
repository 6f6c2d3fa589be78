import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, readBody } from './answer.ts';
import type { Contents } from './contents.ts';
import { readCreateRequest } from './create-request.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { listMessages } from './list-messages.ts';
import { messageResource } from './message-resource.ts';
import type { MessageStore } from './message-store.ts';
import type { Behaviour } from './options.ts';
import type { Network } from './phone-network.ts';
import type { Pace } from './pace.ts';

type Parts = Readonly<{
  accountId: string;
  behaviour: () => Behaviour;
  store: MessageStore;
  ledger: Ledger;
  network: Network;
  faults: Faults;
  contents: Contents;
  pace: Pace;
}>;

/** Twilio's REST API for messages: create, fetch and list. */
export const messagesApi = (parts: Parts) => {
  const { accountId, behaviour, store, ledger, network, faults, contents } = parts;
  const { afterLatency, goWrong } = parts.pace;
  const list = `/2010-04-01/Accounts/${accountId}/Messages.json`;
  const single = new RegExp(`^/2010-04-01/Accounts/${accountId}/Messages/((?:SM|MM)[0-9a-f]{32})\\.json$`);
  const create = (response: ServerResponse, form: string) => {
    const fault = faults.next('create');
    if (fault && !fault.accept) return afterLatency(() => goWrong(response, fault));
    const message = readCreateRequest(form, contents);
    if (typeof message === 'number') return afterLatency(() => answerError(response, message));
    return network.accept(message, ({ sid, at }) => {
      const shown = { sid, status: 'queued', createdAt: at, changedAt: at, sentAt: undefined, errorCode: undefined } as const;
      const answer = () => answerJson(response, 201, messageResource(accountId, shown, message));
      afterLatency(fault ? () => goWrong(response, fault) : answer);
    });
  };
  const fetch = (response: ServerResponse, sid: string) => {
    const fault = faults.next('fetch');
    if (fault) return goWrong(response, fault);
    const message = store.find(sid);
    if (message === undefined) return answerError(response, 20404);
    const stored = store.get(message);
    return answerJson(response, 200, messageResource(accountId, stored, ledger.lineAt(stored.place)));
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
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

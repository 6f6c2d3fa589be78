import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, readBody } from './answer.ts';
import type { CallNetwork } from './call-network.ts';
import { readCallRequest, readCallUpdate } from './call-request.ts';
import { callResource } from './call-resource.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { listCalls } from './list-messages.ts';
import type { MessageStore } from './message-store.ts';
import type { Behaviour } from './options.ts';
import type { Pace } from './pace.ts';

type Parts = Readonly<{
  accountId: string;
  behaviour: () => Behaviour;
  store: MessageStore;
  ledger: Ledger;
  calls: CallNetwork;
  faults: Faults;
  pace: Pace;
}>;

/** Twilio's REST API for calls: create, fetch, list, and what is under way told otherwise or ended. */
export const callsApi = (parts: Parts) => {
  const { accountId, behaviour, store, ledger, calls, faults } = parts;
  const { afterLatency, goWrong } = parts.pace;
  const list = `/2010-04-01/Accounts/${accountId}/Calls.json`;
  const single = new RegExp(`^/2010-04-01/Accounts/${accountId}/Calls/(CA[0-9a-f]{32})\\.json$`);

  const create = (response: ServerResponse, form: string) => {
    const fault = faults.next('create');
    if (fault && !fault.accept) return afterLatency(() => goWrong(response, fault));
    const call = readCallRequest(form);
    if (typeof call === 'number') return afterLatency(() => answerError(response, call));
    return calls.accept(call, ({ sid, at }) => {
      const shown = { sid, status: 'queued', createdAt: at, changedAt: at, sentAt: undefined, answeredBy: undefined } as const;
      afterLatency(() => (fault ? goWrong(response, fault) : answerJson(response, 201, callResource(accountId, shown, call))));
    });
  };
  const show = (response: ServerResponse, call: number) => {
    const stored = store.get(call);
    answerJson(response, 200, callResource(accountId, stored, ledger.lineAt(stored.place)));
  };
  const update = (response: ServerResponse, call: number, form: string) => {
    const change = readCallUpdate(form);
    if (typeof change === 'number') return answerError(response, change);
    const isDone = 'twiml' in change ? calls.redirect(call, change.twiml) : calls.hangUp(call);
    return isDone ? show(response, call) : answerError(response, 21220);
  };
  const one = (request: IncomingMessage, response: ServerResponse, call: number) => {
    if (request.method === 'POST') return readBody(request, (form) => afterLatency(() => update(response, call, form)));
    const fault = faults.next('fetch');
    return afterLatency(() => (fault ? goWrong(response, fault) : show(response, call)));
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (request.method !== 'POST' && request.method !== 'GET') return answerError(response, 20004);
    const sid = single.exec(path)?.[1];
    const call = sid === undefined ? undefined : store.find(sid);
    if (call !== undefined) return one(request, response, call);
    if (path !== list) return answerError(response, 20404);
    if (request.method === 'POST') return readBody(request, (form) => create(response, form));
    const { listLagMs } = behaviour();
    return afterLatency(() => answerJson(response, 200, listCalls({ accountId, store, ledger, listLagMs }, new URLSearchParams(query))));
  };
};

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agenda } from '../agenda.ts';
import { answerJson, readBody } from '../answer.ts';
import type { Faults } from '../faults.ts';
import type { Behaviour } from '../options.ts';
import { telnyxProfile } from './account.ts';
import { goWrong, refuse } from './go-wrong.ts';
import type { TelnyxMessages } from './messages.ts';
import type { TelnyxNetwork } from './network.ts';
import { readTelnyxRequest } from './request.ts';
import { telnyxResource } from './resource.ts';

type Parts = Readonly<{
  apiKey: string;
  behaviour: () => Behaviour;
  messages: TelnyxMessages;
  network: TelnyxNetwork;
  faults: Faults;
  agenda: Agenda;
  /** whether it has answered */
  registryApi: (request: IncomingMessage, response: ServerResponse) => boolean;
}>;

const single = /^\/v2\/messages\/([0-9a-f-]{36})$/;

/** Telnyx's REST API for messages: send and retrieve. There is no list. */
export const telnyxApi = ({ apiKey, behaviour, messages, network, faults, agenda, registryApi }: Parts) => {
  const afterLatency = (answer: () => void) => {
    const { latencyMs } = behaviour();
    if (latencyMs === 0) answer();
    else agenda.after(latencyMs, answer);
  };
  const create = (response: ServerResponse, json: string) => {
    const fault = faults.next('create');
    if (fault && !fault.accept) return afterLatency(() => goWrong(response, fault));
    const message = readTelnyxRequest(json, telnyxProfile);
    if ('code' in message) return afterLatency(() => refuse(response, message));
    return network.accept(message, (accepted) => {
      const data = telnyxResource(accepted);
      afterLatency(fault ? () => goWrong(response, fault) : () => answerJson(response, 200, { data }));
    });
  };
  const fetch = (response: ServerResponse, id: string) => {
    const fault = faults.next('fetch');
    if (fault) return goWrong(response, fault);
    const message = messages.get(id);
    return message ? answerJson(response, 200, { data: telnyxResource(message) }) : refuse(response, { code: '10005' });
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    if (request.headers.authorization !== `Bearer ${apiKey}`) return refuse(response, { code: '10009' });
    if (request.method === 'POST' && url === '/v2/messages') return readBody(request, (json) => create(response, json));
    const id = single.exec(url)?.[1];
    if (id === undefined && registryApi(request, response)) return;
    if (request.method === 'GET' && id !== undefined) return afterLatency(() => fetch(response, id));
    return refuse(response, { code: '10005' });
  };
};

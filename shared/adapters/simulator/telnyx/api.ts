import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agenda } from '../agenda.ts';
import { answerJson, readBody } from '../answer.ts';
import type { Fault, Faults } from '../faults.ts';
import type { Behaviour } from '../options.ts';
import { telnyxProfile } from './account.ts';
import { telnyxError, type Refused } from './errors.ts';
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
}>;

/** Longer than any client's patience; then the connection is cut. */
const hangMs = 60_000;
const single = /^\/v2\/messages\/([0-9a-f-]{36})$/;

const refuse = (response: ServerResponse, refused: Refused): void => {
  const { status, body } = telnyxError(refused);
  answerJson(response, status, body);
};

const goWrong = (response: ServerResponse, { kind, retryAfterS }: Fault): void => {
  if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
  if (kind === 'timeout') setTimeout(() => response.destroy(), hangMs).unref();
  else if (kind === 'cut') response.destroy();
  else if (kind === 'malformed') response.writeHead(200, ['content-type', 'application/json']).end('{"data": {"id": "40');
  else if (kind === '503') response.writeHead(503, ['content-type', 'text/html']).end('<h1>no upstream</h1>');
  else refuse(response, { code: kind === '429' ? '10011' : '10007' });
};

/** Telnyx's REST API for messages: send and retrieve. There is no list. */
export const telnyxApi = ({ apiKey, behaviour, messages, network, faults, agenda }: Parts) => {
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
    if (request.method === 'GET' && id !== undefined) return afterLatency(() => fetch(response, id));
    return refuse(response, { code: '10005' });
  };
};

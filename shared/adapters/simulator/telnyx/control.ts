import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readBody } from '../answer.ts';
import { readFaultOrder, type Faults } from '../faults.ts';
import { asQuietAsPossible, type Behaviour } from '../options.ts';
import type { TelnyxMessages } from './messages.ts';

type Parts = Readonly<{
  messages: TelnyxMessages;
  faults: Faults;
  behaviour: () => Behaviour;
  behave: (change: Partial<Behaviour>) => void;
  pending: () => Readonly<{ total: number }>;
}>;

const mostListed = 1_000;

const recordOf = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json || '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const changeOf = (given: Readonly<Record<string, unknown>>): Partial<Behaviour> | undefined => {
  const known: Readonly<Record<string, unknown>> = asQuietAsPossible;
  return Object.entries(given).every(([key, value]) => typeof value === typeof known[key]) ? given : undefined;
};

/** What tests and the house need of the network beside Telnyx's API, under /simulator/, as the simulated Twilio has it. */
export const telnyxControl = ({ messages, faults, behaviour, behave, pending }: Parts) => {
  const listed = (query: string) => {
    const found = messages.newest(new URLSearchParams(query).get('to') ?? undefined).slice(0, mostListed);
    return {
      messages: found.map(({ id, to, from, body, media, status, errorCode }) => ({ sid: id, to, from, body, media, status, errorCode })),
    };
  };
  const posted = (path: string, record: Readonly<Record<string, unknown>>): object | undefined => {
    const order = path === '/simulator/faults' ? readFaultOrder(record) : undefined;
    const change = path === '/simulator/behaviour' ? changeOf(record) : undefined;
    if (order) faults.add(order);
    if (change) behave(change);
    return order ?? (change && behaviour());
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (request.method === 'POST')
      return readBody(request, (json) => {
        const done = posted(path, recordOf(json));
        answerJson(response, done ? 200 : 400, done ?? { error: 'there is no such order' });
      });
    if (request.method === 'DELETE') faults.clear();
    if (path === '/simulator/messages') return answerJson(response, 200, listed(query));
    if (path === '/simulator/pending') return answerJson(response, 200, pending());
    return answerJson(response, 200, { status: 'ok', messages: messages.count() });
  };
};

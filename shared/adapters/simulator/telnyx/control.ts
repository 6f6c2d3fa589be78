import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readBody } from '../answer.ts';
import { readFaultOrder, type Faults } from '../faults.ts';
import { asQuietAsPossible, type Behaviour } from '../options.ts';
import { readFateOrder, type Registry, type Thing } from '../registry.ts';
import type { TelnyxMessages } from './messages.ts';
import { noticeOf } from './registry-shapes.ts';
import type { TelnyxPeople } from './telnyx-people.ts';
import type { WebhookSender } from './webhooks.ts';

type Parts = Readonly<{
  messages: TelnyxMessages;
  faults: Faults;
  behaviour: () => Behaviour;
  behave: (change: Partial<Behaviour>) => void;
  pending: () => Readonly<{ total: number }>;
  registry: Registry;
  webhooks: WebhookSender;
  people: TelnyxPeople;
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
export const telnyxControl = ({ messages, faults, behaviour, behave, pending, registry, webhooks, people }: Parts) => {
  const listed = (query: string) => {
    const found = messages.newest(new URLSearchParams(query).get('to') ?? undefined).slice(0, mostListed);
    return {
      messages: found.map(({ id, to, from, body, media, status, errorCode }) => ({ sid: id, to, from, body, media, status, errorCode })),
    };
  };
  /** The registry decides, and tells whoever made it. */
  const decide = (record: Readonly<Record<string, unknown>>): object | undefined => {
    const order = readFateOrder(record);
    if (!order) return undefined;
    const { about, fate } = order;
    registry.setFate(about, fate);
    const told = registry.get(about.id ?? '');
    if (told) tell(told);
    return order;
  };
  const tell = (thing: Thing): void => {
    const owner = thing.kind === 'assignment' ? registry.get(String(thing.fields['campaignId'])) : thing;
    const url = owner?.fields['webhookURL'];
    if (typeof url === 'string') webhooks.send({ url, body: (attempt) => noticeOf(registry, thing, attempt), settled: () => undefined });
  };
  const posted = (path: string, record: Readonly<Record<string, unknown>>): object | undefined => {
    const order = path === '/simulator/faults' ? readFaultOrder(record) : undefined;
    const change = path === '/simulator/behaviour' ? changeOf(record) : undefined;
    if (order) faults.add(order);
    if (change) behave(change);
    if (path === '/simulator/registry') return decide(record);
    return order ?? (change && behaviour());
  };
  const write = (response: ServerResponse, record: Readonly<Record<string, unknown>>): void => {
    const text = (key: string): string | undefined => (typeof record[key] === 'string' ? record[key] : undefined);
    const [from, to, body = ''] = [text('from'), text('to'), text('body')];
    if (from === undefined || to === undefined) return answerJson(response, 400, { error: 'from: who writes, to: the number, and body' });
    const media = Array.isArray(record['media']) ? record['media'].map(String) : undefined;
    void people
      .write({ from, to, body, media, id: text('sid'), url: text('url') })
      .then((sid) => answerJson(response, sid === undefined ? 502 : 200, { sid: sid ?? null }));
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (request.method === 'POST')
      return readBody(request, (json) => {
        if (path === '/simulator/write') return write(response, recordOf(json));
        const done = posted(path, recordOf(json));
        return answerJson(response, done ? 200 : 400, done ?? { error: 'there is no such order' });
      });
    if (request.method === 'DELETE') faults.clear();
    if (path === '/simulator/registry')
      return answerJson(response, 200, { things: registry.all(new URLSearchParams(query).get('kind') ?? '') });
    if (path === '/simulator/messages') return answerJson(response, 200, listed(query));
    if (path === '/simulator/pending') return answerJson(response, 200, pending());
    return answerJson(response, 200, { status: 'ok', messages: messages.count() });
  };
};

import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readBody } from './answer.ts';
import type { CallbackCounts } from './callback-sender.ts';
import { readFaultOrder, type Faults } from './faults.ts';
import { answers, type Handsets } from './handsets.ts';
import type { Ledger } from './ledger.ts';
import type { MessageStore } from './message-store.ts';
import { asQuietAsPossible, type Behaviour } from './options.ts';
import type { People } from './people.ts';
import { readFateOrder, type Registry } from './registry.ts';
import type { Sessions } from './sessions.ts';

export type Pending = Readonly<{ total: number; timers: number; callbacks: number; requests: number }>;

type Parts = Readonly<{
  store: MessageStore;
  ledger: Ledger;
  faults: Faults;
  handsets: Handsets;
  sessions: Sessions;
  people: People;
  registry: Registry;
  behaviour: () => Behaviour;
  behave: (change: Partial<Behaviour>) => void;
  pending: () => Pending;
  callbackCounts: () => CallbackCounts;
}>;

const mostListed = 1_000;

const parseRecord = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

/** The part of a record that is a change of behaviour; undefined where a key or its type is unknown. */
const readChange = (given: Readonly<Record<string, unknown>>): Partial<Behaviour> | undefined => {
  const known: Readonly<Record<string, unknown>> = asQuietAsPossible;
  const right = Object.entries(given).every(([key, value]) => Object.hasOwn(known, key) && typeof value === typeof known[key]);
  return right ? given : undefined;
};

/** What tests and the demo need of the network beside Twilio's API, under /simulator/: health, pending, messages, faults, behaviour, phones. */
export const controlApi = ({
  store,
  ledger,
  faults,
  handsets,
  sessions,
  people,
  registry,
  behaviour,
  behave,
  pending,
  callbackCounts,
}: Parts) => {
  const health = () => {
    const { user, system } = process.cpuUsage();
    return {
      status: 'ok',
      messages: store.count(),
      byStatus: store.countByStatus(),
      callbacks: callbackCounts(),
      cpuMs: Math.round((user + system) / 1000),
      rssMb: Math.round(process.memoryUsage.rss() / 1e6),
    };
  };
  const messages = (query: URLSearchParams) => {
    const limit = Math.min(Number(query.get('limit') ?? mostListed) || mostListed, mostListed);
    const found: object[] = [];
    for (const number of store.newest(Number.POSITIVE_INFINITY, query.get('to') ?? undefined)) {
      if (found.length >= limit) break;
      const { sid, status, errorCode, place } = store.get(number);
      const { at, to, from, body, media, content, call } = ledger.lineAt(place);
      found.push({ at, sid, to, from, body, status, errorCode, media, content, ...(call && { twiml: call.twiml }) });
    }
    return { messages: found };
  };
  const order = (response: ServerResponse, record: Readonly<Record<string, unknown>>) => {
    const fault = readFaultOrder(record);
    if (!fault) return answerJson(response, 400, { error: 'kind is unknown, or neither count nor share is given' });
    faults.add(fault);
    return answerJson(response, 200, fault);
  };
  const change = (response: ServerResponse, record: Readonly<Record<string, unknown>>) => {
    const wanted = readChange(record);
    if (!wanted) return answerJson(response, 400, { error: `known are ${Object.keys(asQuietAsPossible).join(', ')}` });
    behave(wanted);
    return answerJson(response, 200, behaviour());
  };
  const setHandset = (response: ServerResponse, { number, answer, presses }: Readonly<Record<string, unknown>>) => {
    const known = answers.find((one) => one === answer);
    if (typeof number !== 'string' || !known) return answerJson(response, 400, { error: `number, and answer: ${answers.join(', ')}` });
    handsets.set(number, { answer: known, presses: typeof presses === 'string' ? presses : undefined });
    return answerJson(response, 200, { number, answer });
  };
  const wrote = (response: ServerResponse, { address }: Readonly<Record<string, unknown>>) => {
    if (typeof address !== 'string') return answerJson(response, 400, { error: 'address: who wrote, like whatsapp:+12085550123' });
    sessions.wrote(address);
    return answerJson(response, 200, { address });
  };
  const write = (response: ServerResponse, record: Readonly<Record<string, unknown>>) => {
    const text = (key: string): string | undefined => (typeof record[key] === 'string' ? record[key] : undefined);
    const [from, to, body = ''] = [text('from'), text('to'), text('body')];
    if (from === undefined || to === undefined) return answerJson(response, 400, { error: 'from: who writes, to: the number, and body' });
    const media = Array.isArray(record['media']) ? record['media'].map(String) : undefined;
    const more = { media, sid: text('sid'), quotes: text('quotes'), optOutType: text('optOutType'), url: text('url') };
    void people.write({ from, to, body, ...more }).then((sid) => answerJson(response, sid === undefined ? 502 : 200, { sid: sid ?? null }));
    return undefined;
  };
  const decide = (response: ServerResponse, record: Readonly<Record<string, unknown>>) => {
    const given = readFateOrder(record);
    if (!given) return answerJson(response, 400, { error: 'id or kind, and status: pending, approved, rejected, suspended or expired' });
    registry.setFate(given.about, given.fate);
    return answerJson(response, 200, given);
  };
  const posted: Readonly<Record<string, typeof order>> = {
    '/simulator/faults': order,
    '/simulator/behaviour': change,
    '/simulator/handsets': setHandset,
    '/simulator/wrote': wrote,
    '/simulator/write': write,
    '/simulator/registry': decide,
  };
  const gotten: Readonly<Record<string, (query: URLSearchParams) => unknown>> = {
    '/simulator/health': health,
    '/simulator/pending': pending,
    '/simulator/behaviour': behaviour,
    '/simulator/messages': messages,
    '/simulator/registry': (query) => ({ things: registry.all(query.get('kind') ?? '') }),
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const [get, post] = [gotten[path], posted[path]];
    if (request.method === 'GET' && get) return answerJson(response, 200, get(new URLSearchParams(query)));
    if (request.method === 'DELETE' && path === '/simulator/faults') {
      faults.clear();
      return answerJson(response, 200, {});
    }
    if (request.method !== 'POST' || !post) return answerJson(response, 404, { error: 'there is nothing here' });
    return readBody(request, (body) => {
      const record = parseRecord(body);
      if (record) post(response, record);
      else answerJson(response, 400, { error: 'the body is no JSON object' });
    });
  };
};

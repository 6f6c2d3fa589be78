import { z } from 'zod';
import { topics } from '#app/topics.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { DeadLetter, MessageBus } from '#ports/message-bus.ts';
import { command } from './command-client.ts';
import type { Config } from './config.ts';

/** A message that was given up, as people see it: nothing of its data but ids. */
export type ShownLetter = Readonly<{
  id: string;
  topic: string;
  attempts: number;
  why: string;
  when: string;
  about: Readonly<Record<string, string>>;
}>;

export type LettersDone = Readonly<{ letters: readonly ShownLetter[] }> | Readonly<{ replayed: number }> | Readonly<{ dropped: number }>;

const most = 10_000;

export const letterRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('list'), limit: z.int().min(1).max(most).default(100) }),
  z.object({ action: z.literal('replay'), id: z.string().min(1) }),
  z.object({ action: z.literal('replay-all') }),
  z.object({ action: z.literal('drop'), id: z.string().min(1) }),
]);
export type LetterRequest = z.input<typeof letterRequest>;

/** What a message may be about. Whatever else stands in a message that nobody could read is not ours to show. */
const shownKeys: ReadonlySet<string> = new Set(['packetId', 'campaignId', 'partition', 'path', 'run']);
const idForm = /^[\w./@-]{1,200}$/;
const dropForm = /^drops\/[^/]+\/[^/]+\//;

/** People name files after people: of a drop's path company and campaign are shown. */
const shortened = (text: string): string => (dropForm.exec(text)?.[0] === undefined ? text : `${dropForm.exec(text)?.[0]}…`);

const shownValue = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return 'not shown';
  const short = shortened(text);
  return short !== text || idForm.test(text) ? short : 'not shown';
};

const shown = ({ id, topic, attempts, error, deadAt, data }: DeadLetter): ShownLetter => {
  const about = Object.entries(data).filter(([key]) => shownKeys.has(key));
  return {
    id,
    topic,
    attempts,
    why: error,
    when: deadAt,
    about: Object.fromEntries(about.map(([key, value]) => [key, shownValue(value)])),
  };
};

const unknown = (id: string): Refusal =>
  new Refusal(
    'dead_letter_unknown',
    `there is no dead letter ${id.slice(0, 100)}: "carillon dead-letters list" shows those that there are`,
  );

/** Throws Refusal when there is none of that id. */
export const handleLetters = async (bus: MessageBus, request: z.output<typeof letterRequest>): Promise<LettersDone> => {
  if (request.action === 'list') return { letters: (await bus.deadLetters(request.limit)).map(shown) };
  if (request.action === 'replay-all') return { replayed: await bus.replayAll(most) };
  if (!(await (request.action === 'replay' ? bus.replay(request.id) : bus.drop(request.id)))) throw unknown(request.id);
  return request.action === 'replay' ? { replayed: 1 } : { dropped: 1 };
};

/** On Google Cloud whoever looks needs rights on the dead-letter subscriptions alone: no store, no secret. */
const inCloud = async (config: Config, request: LetterRequest): Promise<LettersDone> => {
  const [{ openPubSub }, { openLog }] = await Promise.all([import('#adapters/pubsub/open-pubsub.ts'), import('./logging.ts')]);
  const { projectId = '', pubsubHost: host } = config.googleCloud ?? {};
  const bus = await openPubSub({ projectId, host, topics: Object.values(topics), log: openLog(config) });
  try {
    return await handleLetters(bus, letterRequest.parse(request));
  } finally {
    await bus.close(0);
  }
};

/** Lists, replays or drops what the configured house gave up. Throws Refusal, HouseUnavailable. */
export const askLetters = async (config: Config, request: LetterRequest): Promise<LettersDone> =>
  config.googleCloud ? inCloud(config, request) : ((await command(config, 'dead-letters', request)) as LettersDone);

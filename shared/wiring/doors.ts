import type { Door, DoorRequest, DoorResponse } from '#functions/door.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import type { MessageBus } from '#ports/message-bus.ts';
import { atDoor } from './log-context.ts';
import type { Route } from './serve.ts';

const maxAttempts = 8;

/** Doors are loaded on their first call, as on Google Cloud. */
const loaded = new Map<string, Promise<Door>>();

const doorNamed = (name: string): Promise<Door> => {
  const door = loaded.get(name) ?? import(`#functions/${name}.ts`).then((file: { default: Door }) => file.default);
  loaded.set(name, door);
  return door;
};

/** Doors that are to answer at once, also the first time: loaded before anybody calls. */
const prompt = ['receive-incoming', 'receive-status', 'answer-page'] as const;

export const loadPromptDoors = async (): Promise<void> => {
  await Promise.all(prompt.map(doorNamed));
};

/** Every door that a topic wakes is subscribed to it, in this process. */
export const subscribeDoors = (bus: MessageBus): void => {
  for (const { name, trigger, concurrency, timeoutSeconds } of doors) {
    if (!trigger.startsWith('topic:')) continue;
    const subscription = { concurrency, leaseMs: timeoutSeconds * 1000, maxAttempts };
    bus.subscribe(trigger.slice('topic:'.length), subscription, async ({ id, data, context }) => {
      const door = await doorNamed(name);
      await atDoor(name, async () => door.run?.(id, data, context));
    });
  }
};

const matcher = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`);

/** HEAD is GET without the body, which the server leaves out. */
const takes = (method: string | undefined, asked: string): boolean => asked === method || (asked === 'HEAD' && method === 'GET');

const isUnder = (url: string, folders: readonly string[]): boolean =>
  folders.some((folder) => url.startsWith(folder) && /^(?:$|[/?])/.test(url.slice(folder.length)));

type HttpDoor = Readonly<{
  name: string;
  path: string;
  method?: string | undefined;
  also?: string | undefined;
  under?: readonly string[] | undefined;
}>;

const answers = ({ path, method, also, under }: HttpDoor): ((request: DoorRequest) => boolean) => {
  if (under) return ({ url }) => isUnder(url, under);
  const pattern = matcher(path);
  return (request) => (takes(method, request.method) || request.method === also) && pattern.test(request.url);
};

/** The doors that are called over HTTP. */
export const doorRoutes = (): readonly Route[] =>
  doors.flatMap(({ name, path, body, ...more }) => {
    if (path === undefined) return [];
    const isMine = answers({ name, path, ...more });
    const route = (request: DoorRequest): Promise<DoorResponse> | undefined =>
      isMine(request) ? doorNamed(name).then((door) => atDoor(name, () => door.answer(request))) : undefined;
    return [body === 'stream' ? Object.assign(route, { takesStream: true as const }) : route];
  });

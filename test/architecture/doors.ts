import { topics } from '#app/topics.ts';
import { lineAt, type Rule, type Source } from './source.ts';

/** A door as functions/doors.json describes it; the guards look at no more than this. */
export type Door = Readonly<{ name: string; trigger: string; path?: string | undefined }>;

const byTopic = 'topic:';

/** The topic that wakes a door, undefined for doors that are called over HTTP. */
const topicOf = ({ trigger }: Door): string | undefined => (trigger.startsWith(byTopic) ? trigger.slice(byTopic.length) : undefined);

const triggerProblem = ({ name, trigger, path }: Door): readonly string[] => {
  if (trigger === 'http') return path?.startsWith('/') ? [] : [`${name} is called over HTTP: give it a path in functions/doors.json`];
  return trigger.startsWith(byTopic) ? [] : [`${name}: its trigger is http or topic:…, not ${trigger}`];
};

export type Publication = Readonly<{ topic: string; at: string }>;

/** What a file publishes, by shared/app/topics.ts. A topic that is not named as `topics.x` where it is published is called `?`. */
export const publicationsIn = (source: Source): readonly Publication[] =>
  [...source.bare.matchAll(/\.publish\(\s*(?:topics\.(\w+))?/g)].map((match) => ({
    topic: (topics as Readonly<Record<string, string>>)[match[1] ?? ''] ?? '?',
    at: `${source.path}:${lineAt(source, match.index)}`,
  }));

const missing = (from: readonly string[], there: readonly string[]): readonly string[] => from.filter((each) => !there.includes(each));

/** What is wrong between functions/doors.json, the files beside it (without .ts), and what the house publishes. */
export const doorProblems = (
  described: readonly Door[],
  files: readonly string[],
  published: readonly Publication[],
): readonly string[] => {
  const names = described.map(({ name }) => name);
  const heard = described.flatMap((door) => topicOf(door) ?? []);
  const unheard = published.filter(({ topic }) => !heard.includes(topic));
  return [
    ...described.flatMap(triggerProblem),
    ...missing([...new Set(names)], files).map(
      (name) => `functions/${name}.ts is missing: write the door, or take it out of functions/doors.json`,
    ),
    ...missing(files, [...names, 'index', 'door']).map(
      (name) => `functions/${name}.ts: describe the door in doors.json, or move it out of functions/`,
    ),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is described twice in functions/doors.json`),
    ...missing(
      heard,
      published.map(({ topic }) => topic),
    ).map((topic) => `nobody publishes to ${topic}, but a door listens to it`),
    ...unheard.map(
      ({ topic, at }) => `${at} no door listens to ${topic} ('?': name it as topics.x of shared/app/topics.ts where it is published)`,
    ),
  ];
};

/** A door only binds: parse, call one verb, answer. */
const maxLines = 30;

export const isThin: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  const isDoor = /^functions\/[^/]+\.ts$/.test(path) && !['functions/index.ts', 'functions/door.ts'].includes(path);
  return isDoor && lines > maxLines
    ? [`${path} has ${lines} lines (at most ${maxLines}): a door only binds, the work belongs to shared/app`]
    : [];
};

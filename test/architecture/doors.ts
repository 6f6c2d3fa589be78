import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topics } from '#app/topics.ts';
import { lineAt, root, type Source } from './source.ts';

/** A door as functions/doors.json describes it; the guards look at no more than this. */
export type Door = Readonly<{ name: string; trigger: unknown; topic?: string }>;

const doorsFile = join(root, 'functions/doors.json');

/** The doors, undefined while there is no functions/doors.json. */
export const doors = (): readonly Door[] | undefined =>
  existsSync(doorsFile) ? (JSON.parse(readFileSync(doorsFile, 'utf8')) as readonly Door[]) : undefined;

/** The topic that wakes a door, undefined for doors that something else wakes. */
export const topicOf = ({ topic, trigger }: Door): string | undefined => {
  if (topic) return topic;
  if (typeof trigger === 'object' && trigger !== null && 'topic' in trigger) return String(trigger.topic);
  return typeof trigger === 'string' && trigger.startsWith('topic:') ? trigger.slice('topic:'.length) : undefined;
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
  const topics = described.flatMap((door) => topicOf(door) ?? []);
  const unheard = published.filter(({ topic }) => !topics.includes(topic));
  return [
    ...missing([...new Set(names)], files).map(
      (name) => `functions/${name}.ts is missing: write the door, or take it out of functions/doors.json`,
    ),
    ...missing(files, [...names, 'index', 'door']).map(
      (name) => `functions/${name}.ts: describe the door in doors.json, or move it out of functions/`,
    ),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is described twice in functions/doors.json`),
    ...missing(
      topics,
      published.map(({ topic }) => topic),
    ).map((topic) => `nobody publishes to ${topic}, but a door listens to it`),
    ...unheard.map(
      ({ topic, at }) => `${at} no door listens to ${topic} ('?': name it as topics.x of shared/app/topics.ts where it is published)`,
    ),
  ];
};

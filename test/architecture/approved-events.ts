import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './source.ts';

/** An event as the log holds it, approved by hand: what was stored once must be readable for ever. */
export type ApprovedEvent = Readonly<{ file: string; type: string; version: number; data: unknown; private?: unknown }>;

/** `MessageQueued.v1.json`, and `DeliveryReported.v1.read.json` for another value that a field of the same version takes. */
const fileName = /^([A-Z][A-Za-z]+)\.v(\d+)(?:\.[a-z0-9-]+)?$/;

/** All approved events. Throws when a file's name and its content disagree. */
export const approvedEvents = (): readonly ApprovedEvent[] =>
  globSync('test/approved/events/*', { cwd: root })
    .sort()
    .map((file) => {
      const approved = JSON.parse(readFileSync(join(root, file), 'utf8')) as ApprovedEvent;
      const [, type, version] = fileName.exec(basename(file, '.json')) ?? [];
      if (type !== approved.type || Number(version) !== approved.version)
        throw new Error(`${file}: name it <Type>.v<version>.json, as its content says (${approved.type}.v${approved.version}.json)`);
      return { ...approved, file };
    });

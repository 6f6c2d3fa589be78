import fs from 'node:fs';
import path from 'node:path';

/** A step of the schema: one statement up, one statement down, each in a file of its own. */
export type MigrationFiles = Readonly<{ name: string; version: string; up: SqlFile; down: SqlFile }>;
export type SqlFile = Readonly<{ file: string; sql: string }>;

export class BadMigrations extends Error {
  readonly code = 'bad_migrations';
  constructor(message: string) {
    super(message);
    this.name = 'BadMigrations';
  }
}

const fileName = /^((\d{4})_[a-z][a-z0-9_]*)\.(up|down)\.sql$/;

const readSql = (dir: string, file: string): SqlFile => {
  const place = path.join(dir, file);
  if (!fs.existsSync(place)) throw new BadMigrations(`${file} is missing: a migration has an up and a down file`);
  return { file, sql: fs.readFileSync(place, 'utf8') };
};

/** The migrations of a folder, in order. Throws BadMigrations for a wrong name, a half without its other half, or a number used twice. */
export const readMigrations = (dir: string): readonly MigrationFiles[] => {
  const files = fs.readdirSync(dir).filter((file) => file.endsWith('.sql'));
  const wrong = files.find((file) => !fileName.test(file));
  if (wrong !== undefined) throw new BadMigrations(`${wrong}: migrations are called NNNN_verb_thing.up.sql and .down.sql`);
  const names = [...new Set(files.map((file) => file.replace(fileName, '$1')))].toSorted();
  const twice = names.find((name, at) => at > 0 && names[at - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice !== undefined) throw new BadMigrations(`${twice}: another migration has this number already`);
  return names.map((name) => ({
    name,
    version: name.slice(0, 4),
    up: readSql(dir, `${name}.up.sql`),
    down: readSql(dir, `${name}.down.sql`),
  }));
};

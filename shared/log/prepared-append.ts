import { schemaOf } from '#domain/catalogue.ts';
import type { Event } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import { AppendTooLarge, maxBytesPerAppend, maxEventsPerAppend, type Append } from '#ports/event-store.ts';
import type { ScopeKey, Vault } from '#ports/vault.ts';

/** An append as JSON, so that folding it into a commit record costs no second look at its events. */
export type PreparedAppend = Readonly<{
  append: Append;
  /** its line in the plain part of a commit record */
  plain: string;
  /** where its events begin in `plain`: up to there it says who wrote it and when */
  eventsAt: number;
  /** the JSON of one entry per event (null: none), and the key that seals it */
  secret?: Readonly<{ scope: string; key: ScopeKey; parts: string }>;
  /** of JSON, in UTF-8 */
  bytes: number;
}>;

const entryOf = ({ type, data }: Event): readonly [string, number, unknown] => {
  const schema = schemaOf.get(type);
  if (!schema) throw new Error(`${type} is not in the catalogue of events`);
  return [type, schema.version, data];
};

/** Throws a Refusal when the scope of the private parts was forgotten, AppendTooLarge when it is larger than a record may be, an Error when it is empty. */
export const prepareAppend = async (append: Append, vault: Pick<Vault, 'keyFor'>): Promise<PreparedAppend> => {
  const { events, stream, companyId, cause } = append;
  if (events.length === 0) throw new Error('an append has at least one event; documents alone are written by Documents.write');
  if (events.length > maxEventsPerAppend) throw new Error(`an append takes at most ${maxEventsPerAppend} events, not ${events.length}`);
  const head = JSON.stringify([stream, cause.id, cause.correlation ?? cause.id, cause.now, companyId]).slice(0, -1);
  const plain = `${head},${JSON.stringify(events.map(entryOf))}]`;
  const eventsAt = head.length + 1;
  if (events.every((event) => event.private === undefined)) return checked({ append, plain, eventsAt, bytes: Buffer.byteLength(plain) });
  const scope = keyScopeOf(stream, cause.now);
  const key = await vault.keyFor(scope);
  if (!key) throw new Refusal('scope_forgotten', 'the people of this packet were forgotten: drop the file again to start afresh');
  const parts = JSON.stringify(events.map((event) => event.private ?? null));
  const bytes = Buffer.byteLength(plain) + Buffer.byteLength(parts);
  return checked({ append, plain, eventsAt, secret: { scope, key, parts }, bytes });
};

const checked = (prepared: PreparedAppend): PreparedAppend => {
  if (prepared.bytes > maxBytesPerAppend)
    throw new AppendTooLarge(`an append takes at most ${maxBytesPerAppend} bytes of events, not ${prepared.bytes}`);
  return prepared;
};

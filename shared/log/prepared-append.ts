import { schemaOf } from '#domain/catalogue.ts';
import type { Event } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import { maxBytesPerAppend, maxEventsPerAppend, type Append } from '#ports/event-store.ts';
import type { ScopeKey, Vault } from '#ports/vault.ts';

/** An append as JSON, so that folding it into a commit record costs no second look at its events. */
export type PreparedAppend = Readonly<{
  append: Append;
  scope: string;
  key?: ScopeKey;
  plain: string;
  privateParts?: string;
  bytes: number;
}>;

const versionOf = (event: Event): number => {
  const schema = schemaOf.get(event.type);
  if (!schema) throw new Error(`${event.type} is not in the catalogue of events`);
  return schema.version;
};

/** Throws a Refusal when the scope of the private parts was forgotten, an Error when the append is larger than a record may be. */
export const prepareAppend = async (append: Append, vault: Vault): Promise<PreparedAppend> => {
  const { events, stream, companyId, cause } = append;
  if (events.length > maxEventsPerAppend) throw new Error(`an append takes at most ${maxEventsPerAppend} events, not ${events.length}`);
  const scope = keyScopeOf(stream);
  const plain = JSON.stringify([
    cause.id,
    cause.correlation ?? cause.id,
    cause.now,
    companyId,
    stream,
    events.map((event) => [event.type, versionOf(event), event.data]),
  ]);
  if (events.every((event) => event.private === undefined)) return checked({ append, scope, plain, bytes: plain.length });
  const key = await vault.keyFor(scope);
  if (!key) throw new Refusal('scope_forgotten', 'the people of this packet were forgotten: drop the file again to start afresh');
  const privateParts = JSON.stringify(events.map((event) => event.private ?? null));
  return checked({ append, scope, key, plain, privateParts, bytes: plain.length + privateParts.length });
};

const checked = (prepared: PreparedAppend): PreparedAppend => {
  if (prepared.bytes > maxBytesPerAppend)
    throw new Error(`an append takes at most ${maxBytesPerAppend} bytes of events, not ${prepared.bytes}`);
  return prepared;
};

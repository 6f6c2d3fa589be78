import type { RecordedEvent } from '#domain/catalogue.ts';
import type { ConsentEvent } from '#domain/consent/events.ts';
import { mentionsPerson } from '#domain/consent/mentions-person.ts';
import type { KeptProof } from '#domain/consent/person-events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { contactStream, packetOfChunk, packetStream } from '#domain/kernel/streams.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import type { Document } from '#ports/documents.ts';
import { endingWrite } from './end-consents.ts';
import { eraseFound, foundIn, isNothing, nothingFound, type FoundPerson } from './found-person.ts';
import type { House } from './house.ts';
import { project } from './project.ts';
import { consentPoint } from './record-consent.ts';

export type ForgetRequest = Readonly<{
  companyId: string;
  channel: Channel;
  to: string;
  /** staff */ by: string;
  /** changes nothing: what would go */ isDry?: boolean;
  /** real time after which it stops between two steps, milliseconds; left out: it goes on to the end */ budgetMs?: number;
}>;

/** How many of each tell of the person. `proofs`: lines of the consent ledger, kept sealed. `left`: files that are still being read. */
export type ForgetTally = Readonly<{
  rows: number;
  conversations: number;
  others: number;
  files: number;
  tableRows: number;
  proofs: number;
}>;
export type ForgetAnswer = Readonly<{ contact: string; isDone: boolean; isDry: boolean; left: number; tally: ForgetTally }>;

/** Positions up to which each partition was looked through; `pending`: found, and not yet gone everywhere; `files`: packets whose file is still there. */
type Progress = Readonly<{
  positions: Readonly<Record<string, number>>;
  pending?: FoundPerson;
  files: readonly string[];
  tally: ForgetTally;
  declaredBy?: string;
}>;

const recordsAtOnce = 100;
const mostProofs = 200;
const longestProofs = 500_000;
const noTally: ForgetTally = { rows: 0, conversations: 0, others: 0, files: 0, tableRows: 0, proofs: 0 };

const isConsent = (event: RecordedEvent): event is ConsentEvent & RecordedEvent =>
  event.type === 'ConsentWithdrawn' || event.type === 'ConsentGiven' || event.type === 'ConsentAsked';

const proofOf = (event: ConsentEvent & RecordedEvent): readonly KeptProof[] => {
  const { type, occurredAt: at, data, private: said } = event;
  if (!said) return [];
  const { family, source } = data;
  const more = {
    ...('scope' in data ? { scope: data.scope } : {}),
    ...('purpose' in data ? { purpose: data.purpose } : {}),
    ...('word' in data && data.word !== undefined ? { word: data.word } : {}),
  };
  return [{ at, type, family, source, ...more, ...said }];
};

/** The newest ones, as many as one commit takes. */
const proofsIn = (events: readonly RecordedEvent[]): readonly KeptProof[] => {
  const all = events.filter(isConsent).flatMap(proofOf).slice(-mostProofs);
  while (JSON.stringify(all).length > longestProofs) all.shift();
  return all;
};

const readPhone = (text: string): string | undefined => {
  const read = readContactPoint('voice', text, 'US');
  return 'to' in read ? read.to : undefined;
};

type Forgetting = Readonly<{ house: House; request: ForgetRequest; cause: Cause; contactPoint: string; contact: string; path: string }>;
type Standing = { progress: Progress; found: Document<Progress> | undefined };

const save = async ({ house, path }: Forgetting, standing: Standing, progress: Progress): Promise<void> => {
  const { found } = standing;
  await house.documents.write([{ path, data: progress, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }]);
  standing.progress = progress;
  standing.found = await house.documents.get<Progress>(path);
};

/** Says so in the log before anything goes, once for what was found; the proof of consents goes with it, sealed, and then out of the events that tables show. */
const declare = async (forgetting: Forgetting, standing: Standing): Promise<void> => {
  const { house, request, cause, contact, path } = forgetting;
  const { companyId, by } = request;
  const stream = contactStream(companyId, contact);
  const { events, at } = await house.store.read(stream);
  const proof = proofsIn(events);
  const isNew = standing.progress.declaredBy !== cause.id && (proof.length > 0 || standing.progress.declaredBy === undefined);
  if (isNew) {
    const progress = {
      ...standing.progress,
      declaredBy: cause.id,
      tally: { ...standing.progress.tally, proofs: standing.progress.tally.proofs + proof.length },
    };
    const { found } = standing;
    await house.store.append({
      stream,
      companyId,
      expected: at,
      events: [
        {
          type: 'PersonForgotten',
          data: { forgottenBy: by, proofs: proof.length },
          ...(proof.length === 0 ? {} : { private: { proof: [...proof] } }),
        },
      ],
      documents: [
        { path, data: progress, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) },
        ...(proof.length === 0 ? [] : [endingWrite(stream, cause.now)]),
      ],
      cause,
    });
    standing.progress = progress;
    standing.found = await house.documents.get<Progress>(path);
  }
  for (const event of events.filter((one) => isConsent(one) && one.private !== undefined))
    await house.store.erasePrivate(event.partition, event.position, new Set([event.id]));
};

const merged = (one: FoundPerson, other: FoundPerson): FoundPerson => {
  const rows: Record<string, readonly number[]> = { ...one.rows };
  for (const [stream, some] of Object.entries(other.rows)) rows[stream] = [...new Set([...(rows[stream] ?? []), ...some])];
  return { rows, conversations: [...new Set([...one.conversations, ...other.conversations])], events: [...one.events, ...other.events] };
};

const tallied = (tally: ForgetTally, { rows, conversations, events }: FoundPerson): ForgetTally => ({
  ...tally,
  rows: tally.rows + Object.values(rows).reduce((sum, some) => sum + some.length, 0),
  conversations: tally.conversations + conversations.length,
  others: tally.others + events.length,
});

/** Out of the log, then out of the tables: whoever projects has passed what was taken out before it is emptied there. */
const clear = async (forgetting: Forgetting, standing: Standing): Promise<void> => {
  const { house, request, contact, contactPoint } = forgetting;
  const pending = standing.progress.pending ?? nothingFound;
  await declare(forgetting, standing);
  const erased = await eraseFound(house, pending);
  const streams = [...Object.keys(pending.rows), ...pending.conversations, contactStream(request.companyId, contact)];
  for (const partition of new Set(streams.map((stream) => house.store.partitionOf(stream))))
    await project(house, partition, { upTo: await house.store.tail(partition) });
  const emptied = await house.readModel.forget({ companyId: request.companyId, contactPoint, contact, ...erased });
  const { pending: _, tally, ...rest } = standing.progress;
  await save(forgetting, standing, { ...rest, tally: { ...tally, tableRows: tally.tableRows + emptied } });
};

type PacketFile = Readonly<{ path: string; isRead: boolean }>;

/** Undefined: it came with none, or it is gone; another file under the same name is a packet of its own. */
const fileOf = async (house: House, packetId: string): Promise<PacketFile | undefined> => {
  const { events } = await house.store.read(packetStream(packetId));
  const accepted = events.findLast((event) => event.type === 'PacketAccepted');
  if (accepted?.type !== 'PacketAccepted' || accepted.data.source !== undefined || !accepted.private?.path) return undefined;
  const { path } = accepted.private;
  const there = await house.files.stat(path);
  if (there?.generation !== accepted.data.generation) return undefined;
  return { path, isRead: events.some(({ type }) => type === 'PacketLoaded' || type === 'PacketFailed') };
};

/** Files whose rows all stand in the log; what is still being read stays until it is. */
const removeFiles = async (forgetting: Forgetting, standing: Standing): Promise<void> => {
  const { house, request } = forgetting;
  const left: string[] = [];
  let removed = 0;
  for (const packetId of standing.progress.files) {
    const file = await fileOf(house, packetId);
    if (!file) continue;
    if (file.isRead && !request.isDry) await house.files.remove(file.path);
    if (file.isRead) removed += 1;
    else left.push(packetId);
  }
  const { tally } = standing.progress;
  const after = { ...standing.progress, files: left, tally: { ...tally, files: tally.files + removed } };
  if (request.isDry) standing.progress = after;
  else await save(forgetting, standing, after);
};

/** Looks through a partition from where it was left. False: its time was over before the end. */
const scan = async (forgetting: Forgetting, standing: Standing, partition: string, isOver: () => boolean): Promise<boolean> => {
  const { house, request, contactPoint } = forgetting;
  const telling = { contactPoint, mentions: mentionsPerson(contactPoint, readPhone) };
  const tail = await house.store.tail(partition);
  for (let after = standing.progress.positions[partition] ?? 0; after < tail;) {
    if (isOver()) return false;
    const { events, at } = await house.store.feed(partition, after, recordsAtOnce);
    const found = foundIn(events, request.companyId, telling);
    const { progress } = standing;
    const next = { ...progress, tally: tallied(progress.tally, found), positions: { ...progress.positions, [partition]: at } };
    const packets = Object.keys(found.rows).map(packetOfChunk);
    const withFound = {
      ...next,
      pending: merged(progress.pending ?? nothingFound, found),
      files: [...new Set([...progress.files, ...packets])],
    };
    if (request.isDry) standing.progress = { ...withFound };
    else if (isNothing(found)) standing.progress = next;
    else {
      // noted before anything goes: whoever dies here goes on from the note
      await save(forgetting, standing, withFound);
      await clear(forgetting, standing);
    }
    if (at === after) break;
    after = at;
  }
  return true;
};

const answerOf = ({ contact, request }: Forgetting, { progress }: Standing, isDone: boolean): ForgetAnswer => ({
  contact,
  isDone: isDone && progress.files.length === 0,
  isDry: request.isDry === true,
  left: progress.files.length,
  tally: progress.tally,
});

/**
 * Takes a person out of everything that the company has: the log's private parts, the reporting tables, files that were read whole. History stays, with
 * nobody in it; so does the mark of an opt-out, which is a fingerprint, and the proof of what was said about messages, sealed, for its five years. Looks
 * through the whole log, and goes on where it was after a kill or when its time was over; again: only what came since. Throws ReadModelAway, RebuildBusy.
 */
export const forgetPerson = async (house: House, request: ForgetRequest, cause: Cause): Promise<ForgetAnswer> => {
  const { companyId, channel, to, isDry = false, budgetMs = Infinity } = request;
  const contactPoint = consentPoint(channel, to);
  const contact = house.vault.fingerprint(companyId, contactPoint);
  const path = `forgetting/${companyId}-${contact}`;
  const forgetting: Forgetting = { house, request, cause, contactPoint, contact, path };
  const found = await house.documents.get<Progress>(path);
  const fresh: Progress = { positions: {}, files: [], tally: noTally };
  // whoever asks what would go hears of all that is there now
  const standing: Standing = { progress: isDry ? fresh : (found?.data ?? fresh), found };
  const { events } = await house.store.read(contactStream(companyId, contact));
  const proofs = proofsIn(events).length;
  if (isDry) standing.progress = { ...fresh, tally: { ...noTally, proofs } };
  else if (proofs > 0 || standing.progress.pending) await clear(forgetting, standing);
  const until = house.clock.realMs() + budgetMs;
  for (const partition of house.store.partitions())
    if (!(await scan(forgetting, standing, partition, () => house.clock.realMs() > until))) {
      if (!isDry) await save(forgetting, standing, standing.progress);
      return answerOf(forgetting, standing, false);
    }
  await removeFiles(forgetting, standing);
  return answerOf(forgetting, standing, true);
};

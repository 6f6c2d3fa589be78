import type { Mentions } from '#domain/consent/mentions-person.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import { contactStream, packetOfChunk, packetStream } from '#domain/kernel/streams.ts';
import type { ForgottenPacket } from '#ports/read-model.ts';
import { later } from './claim-writes.ts';
import { clearPacket } from './clear-packet.ts';
import { endingWrite } from './end-consents.ts';
import { afterMs, forgettingPath, progressWrite, sealAsked, type ForgetTally, type Progress, type Standing } from './progress-write.ts';
import { eraseFound, foundIn, isNothing, nothingFound, type FoundPerson } from './found-person.ts';
import type { House } from './house.ts';
import { isConsent, keptProofs } from './kept-proofs.ts';
import { mentionsOf } from './mentions-of.ts';
import { project } from './project.ts';
import { consentPoint } from './record-consent.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { topics } from './topics.ts';

export type ForgetRequest = Readonly<{
  companyId: string;
  channel: Channel;
  to: string;
  /** staff */ by: string;
  /** changes nothing: what would go */ isDry?: boolean;
  /** real time after which it stops between two steps, milliseconds; left out: it goes on to the end */ budgetMs?: number;
}>;

export type ForgetAnswer = Readonly<{ contact: string; isDone: boolean; isDry: boolean; left: number; tally: ForgetTally }>;

const recordsAtOnce = 100;
const noTally: ForgetTally = { rows: 0, conversations: 0, others: 0, files: 0, tableRows: 0, proofs: 0 };

type Forgetting = Readonly<{
  house: House;
  request: ForgetRequest;
  cause: Cause;
  contactPoint: string;
  contact: string;
  mentions: Mentions;
  accountId: string | undefined;
  path: string;
}>;
const save = async ({ house, path }: Forgetting, standing: Standing, progress: Progress, dueAt?: string): Promise<void> => {
  await house.documents.write([progressWrite({ path, now: house.clock.now() }, standing, progress, dueAt)]);
  standing.progress = progress;
  standing.found = await house.documents.get<Progress>(path);
};

/** Says so in the log before anything goes, once for what was found; the proof of consents goes with it, sealed, and then out of the events that tables show. */
const declare = async (forgetting: Forgetting, standing: Standing): Promise<void> => {
  const { house, request, cause, contact, path } = forgetting;
  const { companyId, by } = request;
  const stream = contactStream(companyId, contact);
  const { events, at } = await house.store.read(stream);
  const proof = keptProofs(events);
  const isNew = standing.progress.declaredBy !== cause.id && (proof.length > 0 || standing.progress.declaredBy === undefined);
  if (isNew) {
    const progress = {
      ...standing.progress,
      declaredBy: cause.id,
      tally: { ...standing.progress.tally, proofs: standing.progress.tally.proofs + proof.length },
    };
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
        progressWrite({ path, now: house.clock.now() }, standing, progress),
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
  return {
    rows,
    conversations: [...new Set([...one.conversations, ...other.conversations])],
    events: [...one.events, ...other.events],
    packets: [...new Set([...(one.packets ?? []), ...(other.packets ?? [])])],
  };
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
  const emptied = await house.readModel.forget({ companyId: request.companyId, contactPoint, contact, ...erased, packets: [] });
  const { pending: _, tally, ...rest } = standing.progress;
  await save(forgetting, standing, { ...rest, tally: { ...tally, tableRows: tally.tableRows + emptied } });
};

type PacketFile = Readonly<{ /** left out: it came with none, or it is gone */ file?: string; isRead: boolean }>;

/** Another file under the same name is a packet of its own. */
const packetFile = async (house: House, packetId: string): Promise<PacketFile> => {
  const { events } = await house.store.read(packetStream(packetId));
  const isRead = events.some(({ type }) => type === 'PacketLoaded' || type === 'PacketFailed');
  const accepted = events.findLast((event) => event.type === 'PacketAccepted');
  if (accepted?.type !== 'PacketAccepted') return { isRead: true };
  const { path } = accepted.private ?? {};
  if (accepted.data.source !== undefined || !path) return { isRead };
  const there = await house.files.stat(path);
  return there?.generation === accepted.data.generation ? { file: path, isRead } : { isRead: true };
};

/** The tables, once whoever projects has passed what was taken out. */
const emptyPackets = async (
  { house, request, contact, contactPoint }: Forgetting,
  packets: readonly ForgottenPacket[],
): Promise<number> => {
  if (packets.length === 0) return 0;
  for (const partition of new Set(packets.map(({ packetId }) => house.store.partitionOf(packetStream(packetId)))))
    await project(house, partition, { upTo: await house.store.tail(partition) });
  return house.readModel.forget({ companyId: request.companyId, contactPoint, contact, messageIds: [], rows: [], packets });
};

/** Files whose rows all stand in the log, and what packets say of themselves; what is still being read stays until it is. */
const clearPackets = async (forgetting: Forgetting, standing: Standing): Promise<void> => {
  const { house, request, mentions } = forgetting;
  const left: string[] = [];
  const cleared: ForgottenPacket[] = [];
  let removed = 0;
  for (const packetId of standing.progress.files) {
    const { file, isRead } = await packetFile(house, packetId);
    if (!isRead) left.push(packetId);
    else if (file !== undefined) removed += 1;
    if (request.isDry || !isRead) continue;
    // the name that finds the file goes last
    if (file !== undefined) await house.files.remove(file);
    const one = await clearPacket(house, packetId, mentions);
    if (one) cleared.push(one);
  }
  const { tally } = standing.progress;
  const tableRows = tally.tableRows + (await emptyPackets(forgetting, cleared));
  const after = { ...standing.progress, files: left, tally: { ...tally, files: tally.files + removed, tableRows } };
  if (request.isDry) standing.progress = after;
  else await save(forgetting, standing, after);
};

/** Looks through a partition from where it was left. False: its time was over before the end. */
const scan = async (forgetting: Forgetting, standing: Standing, partition: string, isOver: () => boolean): Promise<boolean> => {
  const { house, request, contactPoint, mentions, accountId } = forgetting;
  const telling = { contactPoint, mentions, accountId };
  const tail = await house.store.tail(partition);
  for (let after = standing.progress.positions[partition] ?? 0; after < tail;) {
    if (isOver()) return false;
    const { events, at } = await house.store.feed(partition, after, recordsAtOnce);
    const found = foundIn(events, request.companyId, telling);
    const { progress } = standing;
    const next = { ...progress, tally: tallied(progress.tally, found), positions: { ...progress.positions, [partition]: at } };
    const packets = [...Object.keys(found.rows).map(packetOfChunk), ...found.packets];
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

/** So long after it was done providers may still report about messages that were sent; business days. */
const lateDays = 3;
/** Until a file that is being read is looked at again, business time. */
const readingMs = 600_000;

/** What is left to do is due: a file that is being read, what providers report late, or the rest of the log. */
const leave = async (forgetting: Forgetting, standing: Standing, isThrough: boolean): Promise<void> => {
  const { house, path } = forgetting;
  const now = house.clock.now();
  const { progress } = standing;
  if (!isThrough) {
    await save(forgetting, standing, progress, now);
    await house.bus.publish(topics.maintain, [{ data: { forgetting: path }, key: path }]);
    return;
  }
  if (progress.files.length > 0) return save(forgetting, standing, progress, afterMs(now, readingMs));
  const { asked: _, lastLookAt: before, ...rest } = progress;
  const lastLookAt = before ?? later(now, lateDays);
  await (lastLookAt <= now ? save(forgetting, standing, rest) : save(forgetting, standing, { ...progress, lastLookAt }, lastLookAt));
};

const scanAll = async (forgetting: Forgetting, standing: Standing, isOver: () => boolean): Promise<boolean> => {
  for (const partition of forgetting.house.store.partitions()) if (!(await scan(forgetting, standing, partition, isOver))) return false;
  return true;
};

/** Whom it is about is kept, sealed, until the end: whoever dies here is followed by somebody who goes on. */
const begin = async (forgetting: Forgetting, standing: Standing): Promise<void> => {
  const { house, request } = forgetting;
  const { companyId, channel, to, by } = request;
  const asked = standing.progress.asked ?? (await sealAsked(house, companyId, { channel, to, by }));
  await save(forgetting, standing, { ...standing.progress, companyId, ...(asked === undefined ? {} : { asked }) });
};

/**
 * Takes a person out of everything that the company has: the log's private parts, the reporting tables, files that were read whole. History stays, with
 * nobody in it; so does the mark of an opt-out, which is a fingerprint, and the proof of what was said about messages, sealed, for its five years. Looks
 * through the whole log, and goes on where it was after a kill or when its time was over, by itself too (finishForgetting); three days later it looks once
 * more for what came late. Again: only what came since. Throws ReadModelAway, RebuildBusy, and DocumentMoved where somebody else is at it.
 */
export const forgetPerson = async (house: House, request: ForgetRequest, cause: Cause): Promise<ForgetAnswer> => {
  const { companyId, channel, to, isDry = false, budgetMs = Infinity } = request;
  const contactPoint = consentPoint(channel, to);
  const contact = house.vault.fingerprint(companyId, contactPoint);
  const path = forgettingPath(companyId, contact);
  const mentions = mentionsOf(contactPoint);
  const accountId = (await house.documents.get<CompanyDocument>(companyPath(companyId)))?.data.account?.accountId;
  const forgetting: Forgetting = { house, request, cause, contactPoint, contact, mentions, accountId, path };
  const found = await house.documents.get<Progress>(path);
  const fresh: Progress = { companyId, positions: {}, files: [], tally: noTally };
  // whoever asks what would go hears of all that is there now
  const standing: Standing = { progress: isDry ? fresh : (found?.data ?? fresh), found };
  if (!isDry) await begin(forgetting, standing);
  const { events } = await house.store.read(contactStream(companyId, contact));
  const proofs = keptProofs(events).length;
  if (isDry) standing.progress = { ...fresh, tally: { ...noTally, proofs } };
  else if (proofs > 0 || standing.progress.pending) await clear(forgetting, standing);
  const until = house.clock.realMs() + budgetMs;
  const isThrough = await scanAll(forgetting, standing, () => house.clock.realMs() > until);
  if (isThrough) await clearPackets(forgetting, standing);
  if (!isDry) await leave(forgetting, standing, isThrough);
  return answerOf(forgetting, standing, isThrough);
};

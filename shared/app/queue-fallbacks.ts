import type { Definition } from '#domain/campaign/definition.ts';
import { messagesIn, nextFollowUpPlace, placeKeyOf, type QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import { stepsAfter } from '#domain/delivery/fallback.ts';
import type { Watched } from '#domain/delivery/watched.ts';
import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { messageIdIn, type Place } from '#domain/kernel/ids.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import { assemble, type Row } from '#domain/message/assemble.ts';
import { reachData, saidIn, type AssembledTouch } from '#domain/message/chunk.ts';
import { fallbacksAt } from '#domain/message/compile-fallbacks.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { workOf } from '#domain/work/work-item.ts';
import type { DocumentExpectation, DocumentWrite } from '#ports/documents.ts';
import { appointmentAnswers } from './appointment-answers.ts';
import { answeredRowsOf } from './answered-messages.ts';
import { appointmentPath, overtakenBy, type KnownAppointment } from './appointment-path.ts';
import { linksIn } from './page-url.ts';
import { chooseSenders } from './choose-senders.ts';
import { claimWrite, type Queued } from './claim-writes.ts';
import { readClaims } from './hold-claims.ts';
import type { House } from './house.ts';
import { joinedRows } from './joined-rows.ts';
import { bindPacket } from './packet-header.ts';
import { valid } from './queue-touches.ts';
import { nobodyOptedOut, optedOutAmong } from './opted-out-among.ts';
import { rowOf } from './row-of.ts';
import { addresseeOf } from './skip-opted-out.ts';
import { notAgreed } from './skip-without-consent.ts';
import { wakeWork } from './wake-work.ts';
import { sitesIn } from './are-sites-moved.ts';
import { workHint, workPaths, workWrite } from './work-write.ts';
import type { Watch } from './watch-writes.ts';

export type ToFallBack = Readonly<{
  house: House;
  cause: Cause;
  watch: Watch;
  /** the campaign's version that sends */
  approved: Readonly<{ version: number; definition: Definition }>;
  compiled: CompiledDefinition;
  /** of the chunk, and where it stood when they were read */
  events: readonly RecordedEvent[];
  at: number;
}>;

type Message = Extract<AssembledTouch, { kind: 'message' }>;
type Told = Readonly<{ watched: Watched; touch: Message }>;

/** Messages of one commit, whose claims change hands. */
const mostAtOnce = 100;

/** As if it were queued: the next one of its row gets another place. */
const placed = ({ queued }: Watched, place: Place): QueuedEvent => ({
  ...queued,
  data: { ...queued.data, ...place, followUp: { kind: 'fallback', of: '' } },
});

/** What the first of the next channels that can says; undefined where none can. */
const toldByNext = async (fall: ToFallBack, due: readonly Watched[]): Promise<readonly Told[]> => {
  const { house, cause, watch, approved, compiled, events } = fall;
  const packetId = packetOfChunk(watch.stream);
  const bound = await bindPacket(house, packetId, approved.definition);
  if (bound?.kind !== 'bound') return [];
  const { binding } = bound;
  const rows = new Map(events.flatMap((event) => (event.type === 'RowLoaded' ? [[event.data.row, rowOf(event)] as const] : [])));
  const chunk = Number(watch.stream.slice(watch.stream.lastIndexOf('-') + 1));
  const source = { companyId: watch.companyId, packetId, chunk, compiled, bound, rows };
  const together = await joinedRows(
    house,
    source,
    due.map(({ queued }) => queued.data.row),
  );
  const linksOf = linksIn(house, source);
  const known = new Map(messagesIn(events));
  const tell = (watched: Watched, row: Row): Message | undefined => {
    for (const { touch } of stepsAfter(fallbacksAt(compiled, watched.origin), watched)) {
      // its place names its links, so that it is known before
      const place = nextFollowUpPlace(known, { row: row.row, channel: touch.channel });
      const joined = together.rowsBy.get(row.row);
      const made = assemble({ compiled, binding, row, touch, now: cause.now, joined, linkTo: linksOf(place) });
      // a head of several is told by its own message
      if (made.kind !== 'message' || made.head !== undefined) continue;
      const { claimText: _, says: __, personDay: ___, ...rest } = made;
      known.set(placeKeyOf(place), { queued: placed(watched, place), status: 'queued' });
      const ended = valid({ ...rest, place, claim: watched.queued.data.claim });
      if (ended.kind === 'message') return ended;
    }
    return undefined;
  };
  return due.flatMap((watched) => {
    const row = rows.get(watched.queued.data.row);
    const touch = row && tell(watched, row);
    return touch ? [{ watched, touch }] : [];
  });
};

/** Whose people have answered, by their row or by their appointment; `silent`: that the others do not meanwhile. */
const answersTo = async ({ house, watch }: ToFallBack, told: readonly Told[]) => {
  const datas = told.map(({ watched }) => watched.queued.data);
  const rows = await answeredRowsOf(
    house,
    watch.stream,
    datas.map(({ row }) => row),
  );
  const keys = datas.flatMap(({ appointment }) => appointment?.key ?? []);
  const appointments = await appointmentAnswers(house, watch.campaignId, keys);
  return {
    has: ({ row, appointment }: Queued['data']) => rows.rows.has(row) || appointments.answers.has(appointment?.key ?? ''),
    silent: ({ row, appointment }: Queued['data']) =>
      [rows.expects.get(row), appointments.expects.get(appointment?.key ?? '')].filter((one) => one !== undefined),
  };
};

type Allowed = Readonly<{ told: readonly Told[]; expects: readonly DocumentExpectation[] }>;

/** The first hundred: nobody who has opted out of either channel, or has answered, and nothing about an appointment that has changed or is no more. */
const allowed = async (fall: ToFallBack, told: readonly Told[]): Promise<Allowed> => {
  const { house, watch, approved } = fall;
  const { companyId, campaignId } = watch;
  const packetId = packetOfChunk(watch.stream);
  const answered = await answersTo(fall, told);
  const expects = new Map<string, DocumentExpectation>();
  const kept: Told[] = [];
  for (const one of told) {
    if (kept.length === mostAtOnce) break;
    const { queued } = one.watched;
    if (answered.has(queued.data)) continue;
    const before = { channel: queued.data.channel, to: queued.private?.to ?? '', from: queued.data.from };
    const next = addresseeOf(one.touch, approved.definition.from);
    const { codes, others } = await optedOutAmong(house, { companyId, everywhere: false }, [before, next]);
    const { appointment } = queued.data;
    const about = appointment ? [appointmentPath(campaignId, appointment.key)] : [];
    const [known] = await house.documents.getMany<KnownAppointment>(about);
    const { size: silenced } = await notAgreed(house, { companyId, definition: approved.definition }, [one.touch]);
    if (
      codes.some((code) => code !== undefined) ||
      silenced > 0 ||
      (appointment && overtakenBy(known, { order: appointment.order, packetId }))
    )
      continue;
    for (const silent of answered.silent(queued.data)) expects.set(silent.path, silent);
    for (const stands of nobodyOptedOut(house, companyId, [before, next], others)) expects.set(stands.path, stands);
    for (const path of about) expects.set(path, known ? { path, version: known.version } : { path, absent: true });
    kept.push(one);
  }
  return { told: kept, expects: [...expects.values()] };
};

const queuedFrom = ({ watch, approved }: ToFallBack, told: readonly Told[]): readonly Queued[] =>
  told.map(({ watched, touch }) => {
    const { origin } = watched;
    const { run, claim, appointment } = watched.queued.data;
    const { to, from, sendAt, validUntil, reach, segments } = touch;
    const data = {
      ...touch.place,
      campaignId: watch.campaignId,
      version: approved.version,
      run,
      from: from ?? approved.definition.from,
      sendAt,
      ...(validUntil === undefined ? {} : { validUntil }),
      ...reachData(reach),
      segments,
      claim,
      ...(appointment ? { appointment } : {}),
      followUp: { kind: 'fallback' as const, of: watched.id, touch: { channel: origin.channel, offset: origin.offset } },
    };
    const { reference } = watched.queued.private ?? {};
    const named = reference === undefined ? {} : { reference };
    return { type: 'MessageQueued', data, private: { to, ...saidIn(touch), ...named } };
  });

/**
 * Tells those whom a channel did not reach by the next one: a message each, once, whoever else looks at the same moment, and whatever report
 * comes meanwhile (then StreamMoved is thrown, and everything is to be looked at again). Those whom no other channel can tell stay as they
 * are. Returns how many there are.
 */
export const queueFallbacks = async (fall: ToFallBack, due: readonly Watched[]): Promise<number> => {
  const { house, cause, watch, approved, at } = fall;
  const claims = await readClaims(
    house,
    due.map(({ queued }) => queued.data.claim),
  );
  // somebody else's message has taken the claim: a correction went out
  const own = due.filter(({ id, queued }) => (claims.get(queued.data.claim)?.data.owner ?? id) === id);
  const { told, expects } = await allowed(fall, await toldByNext(fall, own));
  if (told.length === 0) return 0;
  const chosen = await chooseSenders(
    house,
    watch.companyId,
    told.map(({ touch }) => touch),
    cause.now,
  );
  const queued = queuedFrom(
    fall,
    told.map((one, n) => ({ ...one, touch: (chosen.touches[n] ?? one.touch) as Message })),
  );
  const { companyId, campaignId, stream } = watch;
  const [first] = queued;
  const work = `${stream}/${first?.data.row}.${first?.data.channel}.${first?.data.offset}`;
  const taken = queued.map(({ data }, index): DocumentWrite => {
    const known = claims.get(data.claim)?.data;
    const claim = { ...known, campaignId, owner: messageIdIn(stream, data), work: workOf(work, data.channel), index };
    return claimWrite(data.claim, claim, { sendAt: data.sendAt, claims, now: cause.now });
  });
  const remembers = [...new Set(told.map(({ touch }) => touch.to))].flatMap((to) => chosen.remembers.get(to) ?? []);
  const { version } = approved;
  const made = sitesIn(told.map(({ touch }) => touch));
  await house.store.append({
    stream,
    companyId,
    expected: at,
    events: queued,
    expects,
    cause: { ...cause, id: work, correlation: packetOfChunk(stream) },
    documents: (placed) => [
      ...taken,
      ...remembers,
      ...workWrite({ companyId, campaignId, stream, version, queued, at: placed, cause: work, ...made }),
    ],
  });
  const paths = workPaths({ companyId, cause: work, queued });
  const ready = queued.some(({ data }) => data.sendAt <= cause.now);
  if (ready)
    await wakeWork(
      house,
      paths.map((path) => ({ item: { priority: 'bulk' }, hint: workHint(path) })),
    );
  house.log.info(
    { companyId, campaignId, channel: watch.channel, messages: queued.length },
    'told by the next channel whom one did not reach',
  );
  return queued.length;
};

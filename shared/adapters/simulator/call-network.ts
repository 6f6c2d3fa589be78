import type { Agenda } from './agenda.ts';
import type { CallbackSender } from './callback-sender.ts';
import { callParams } from './call-params.ts';
import type { NewCall } from './call-request.ts';
import type { Handsets } from './handsets.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import type { MessageStore, SimulatedStatus } from './message-store.ts';
import type { Behaviour } from './options.ts';
import type { Accepted } from './phone-network.ts';
import type { ReportedFile } from './reported-file.ts';
import { readTwiml } from './twiml.ts';

/** A call under way. `twiml` is what it does now, `heard` what whoever answered has heard so far. */
type Live = NewCall & { readonly number: number; readonly sid: string; sequence: number; twiml: string; heard: string[]; digits?: string };

export type CallNetwork = Readonly<{
  /** `written` is called once the call stands in the ledger: only then may anybody be told of it. */
  accept: (call: NewCall, written: (accepted: Accepted) => void) => void;
  /** False where nobody is on the line. */
  redirect: (call: number, twiml: string) => boolean;
  hangUp: (call: number) => boolean;
  /** Goes on with a call of an earlier process: it rings again, or its end is told again. */
  resume: (call: number) => void;
}>;

type Parts = Readonly<{
  accountId: string;
  behaviour: () => Behaviour;
  store: MessageStore;
  ledger: Ledger;
  reported: ReportedFile;
  callbacks: CallbackSender;
  agenda: Agenda;
  handsets: Handsets;
}>;

/** How our callbacks' events are called, by the status that they tell of. */
const eventOf: Readonly<Partial<Record<SimulatedStatus, string>>> = { ringing: 'ringing', 'in-progress': 'answered' };

const answeredBy = { human: 'human', machine: 'machine_end_beep', fax: 'fax' } as const;
const damagedTwiml = 12100;

/** What becomes of calls: ringing, answered or not, told who answered, heard, over; each step in the ledger first and then reported. */
export const callNetwork = (parts: Parts): CallNetwork => {
  const { accountId, behaviour, store, ledger, reported, callbacks, agenda, handsets } = parts;
  const live = new Map<number, Live>();

  const report = (call: Live, status: SimulatedStatus, isLast: boolean) => {
    const { number, callback, call: order } = call;
    const isAsked = order.events.includes(eventOf[status] ?? 'completed');
    const settled = () => (isLast ? reported.settled(number, 'last') : undefined);
    if (callback === undefined || !isAsked) return settled();
    const params = callParams.status(accountId, call, { ...store.get(number), status });
    return callbacks.send({ url: callback, params: { ...params, SequenceNumber: String((call.sequence += 1)) }, settled });
  };
  const become = (call: Live, status: SimulatedStatus, more: Partial<LedgerLine> = {}) => {
    const at = Date.now();
    const { number, sid, to, from } = call;
    const isLast = status !== 'ringing' && status !== 'in-progress';
    store.change(number, status, { at, errorCode: more.errorCode, answeredBy: more.answeredBy });
    const body = readTwiml(call.call.twiml)?.says.join(' ') ?? '';
    ledger.append({ at: new Date(at).toISOString(), sid, to, from, body, status, ...more }, () => report(call, status, isLast));
    if (isLast) live.delete(number);
  };
  const who = ({ to, call }: Live) => {
    const { answer } = handsets.of(to);
    return call.detects && Object.hasOwn(answeredBy, answer) ? answeredBy[answer as 'human'] : undefined;
  };
  const end = (call: Live) => {
    if (!live.has(call.number)) return;
    const { heard, digits } = call;
    become(call, 'completed', { heard, digits, answeredBy: who(call) });
  };
  /** Says all of it, and waits for a key where one is asked for; the answer to a key is said as well. */
  const listen = (call: Live) => {
    const said = readTwiml(call.twiml);
    call.heard = [...call.heard, ...(said?.says ?? [])];
    const { answer, presses } = handsets.of(call.to);
    if (answer !== 'human' || presses === undefined || !said?.gather || call.digits !== undefined) return end(call);
    call.digits = presses.slice(0, said.gather.digits);
    const params = callParams.gather(accountId, call, call.digits);
    const settled = (twiml = '') => {
      call.twiml = twiml;
      listen(call);
    };
    return callbacks.send({ url: said.gather.action, params, settled });
  };
  const answered = (call: Live) => {
    if (!readTwiml(call.twiml)) return become(call, 'failed', { errorCode: damagedTwiml });
    become(call, 'in-progress', { answeredBy: who(call) });
    const hear = () => agenda.after(behaviour().deliveredAfterMs, () => live.has(call.number) && listen(call));
    const by = who(call);
    const { amdCallback } = call.call;
    if (!by || amdCallback === undefined) return hear();
    return callbacks.send({ url: amdCallback, params: callParams.amd(accountId, call, by), settled: hear });
  };
  const dial = (call: Live) =>
    agenda.after(behaviour().sentAfterMs, () => {
      if (!live.has(call.number)) return;
      if (store.get(call.number).status === 'queued') become(call, 'ringing');
      const { answer } = handsets.of(call.to);
      const isTaken = Object.hasOwn(answeredBy, answer);
      if (isTaken) answered(call);
      else agenda.after(behaviour().deliveredAfterMs, () => live.has(call.number) && become(call, answer as 'busy'));
    });

  const begin = (given: NewCall, number: number, sid: string): Live => {
    const call: Live = { ...given, number, sid, sequence: -1, twiml: given.call.twiml, heard: [] };
    live.set(number, call);
    reported.settled(number, 'sent');
    return call;
  };
  const accept: CallNetwork['accept'] = (given, written) => {
    const at = Date.now();
    const { to, from, callback, call: order } = given;
    const sid = store.nextSid('CA');
    const body = readTwiml(order.twiml)?.says.join(' ') ?? '';
    const line: LedgerLine = { at: new Date(at).toISOString(), sid, to, from, body, status: 'queued', callback, call: order };
    const place = ledger.append(line, () => {
      const call = begin(given, number, sid);
      written({ message: number, sid, at });
      dial(call);
    });
    const number = store.add(line, place);
  };
  const resume: CallNetwork['resume'] = (number) => {
    const { sid, status, place } = store.get(number);
    const { to, from, callback, call: order } = ledger.lineAt(place);
    if (!order) return;
    const call = begin({ to, from, callback, call: order }, number, sid);
    if (status === 'queued' || status === 'ringing' || status === 'in-progress') dial(call);
    else {
      live.delete(number);
      report(call, status, true);
    }
  };
  return {
    accept,
    resume,
    redirect: (number, twiml) => {
      const call = live.get(number);
      if (!call || store.get(number).status !== 'in-progress') return false;
      call.twiml = twiml;
      // whoever listens to another text from its beginning has not heard the first one to its end
      call.heard = [];
      return true;
    },
    hangUp: (number) => {
      const call = live.get(number);
      if (!call) return false;
      if (store.get(number).status === 'in-progress') end(call);
      else become(call, 'canceled');
      return true;
    },
  };
};

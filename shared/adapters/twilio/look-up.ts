import type { CallListInstance } from 'twilio/lib/rest/api/v2010/account/call.js';
import type { MessageListInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { Looked } from '#ports/provider.ts';
import { failureOf } from './error-codes.ts';
import { billOf, outcomeOfError, providerSid } from './outcome.ts';
import { callEndOf, statusOf } from './statuses.ts';

/** The provider did not say what became of a message. The text of Twilio's own error may hold a phone number. */
export class NotTold extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the provider did not say what became of a message: ${code}`);
    this.name = 'NotTold';
    this.code = code;
  }
}

const lookedAtMessage = async (messages: MessageListInstance, sid: string): Promise<Looked> => {
  const message = await messages(sid).fetch();
  const status = statusOf(message.status);
  if (!status) throw new NotTold('unreadable_answer');
  const failed = status === 'undelivered' || status === 'failed';
  const code = failed && (message.errorCode ? failureOf(message.errorCode).code : 'provider_error');
  const providerCode = failed && message.errorCode ? String(message.errorCode) : undefined;
  return { status, ...(code && { code }), ...(providerCode !== undefined && { providerCode }), ...billOf(message) };
};

const lookedAtCall = async (calls: CallListInstance, sid: string): Promise<Looked> => {
  const call = await calls(sid).fetch();
  const end = callEndOf(call.status, call.answeredBy);
  if (!end) throw new NotTold('unreadable_answer');
  return { ...end, ...billOf(call) };
};

export type Resources = Readonly<{ messages: MessageListInstance; calls: () => Promise<CallListInstance> }>;

/** What Twilio says now of one message or call; undefined where it knows none of that id. Rejects with NotTold where it gives no answer. */
export const lookUp = async ({ messages, calls }: Resources, reference: string): Promise<Looked | undefined> => {
  if (!providerSid.test(reference)) return undefined;
  try {
    return await (reference.startsWith('CA') ? lookedAtCall(await calls(), reference) : lookedAtMessage(messages, reference));
  } catch (error) {
    if (error instanceof NotTold) throw error;
    const outcome = outcomeOfError(error);
    // by Twilio's own code: a page with this status may be anybody's
    if (outcome.kind === 'refused' && outcome.code === 'not_found') return undefined;
    throw new NotTold(outcome.kind === 'accepted' ? 'unreadable_answer' : outcome.code);
  }
};

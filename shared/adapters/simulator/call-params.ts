import { secondsOf } from './call-resource.ts';
import { rfc2822 } from './message-resource.ts';
import type { StoredMessage } from './message-store.ts';

type Call = Readonly<{ sid: string; to: string; from: string }>;

const common = (accountId: string, { sid, to, from }: Call) => ({
  AccountSid: accountId,
  ApiVersion: '2010-04-01',
  CallSid: sid,
  Called: to,
  Caller: from,
  Direction: 'outbound-api',
  From: from,
  To: to,
});

/** The parameters of Twilio's requests about a call. */
export const callParams = {
  /** https://www.twilio.com/docs/voice/api/call-resource#statuscallback */
  status: (accountId: string, call: Call, stored: StoredMessage) => {
    const { status, changedAt, answeredBy } = stored;
    const seconds = secondsOf(stored);
    return {
      ...common(accountId, call),
      ...(answeredBy !== undefined && { AnsweredBy: answeredBy }),
      ...(seconds !== undefined && { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) }),
      CallStatus: status,
      CallbackSource: 'call-progress-events',
      Timestamp: rfc2822(changedAt),
    };
  },
  /** https://www.twilio.com/docs/voice/twiml/gather#action */
  gather: (accountId: string, call: Call, digits: string) => ({
    ...common(accountId, call),
    CallStatus: 'in-progress',
    Digits: digits,
    FinishedOnKey: '',
    msg: 'Gather End',
  }),
  /** https://www.twilio.com/docs/voice/answering-machine-detection#asyncamdstatuscallback */
  amd: (accountId: string, { sid }: Call, answeredBy: string) => ({
    AccountSid: accountId,
    AnsweredBy: answeredBy,
    CallSid: sid,
    MachineDetectionDuration: '3200',
  }),
};

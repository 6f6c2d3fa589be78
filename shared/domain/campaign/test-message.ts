import type { Command, Decider } from '../kernel/decider.ts';
import type { TestEvent } from './test-events.ts';

/** One message to one's own phone. A request makes one: asked again, it is never handed to the provider again. */

// Commands

type Sending = Extract<TestEvent, { type: 'TestMessageSending' }>;
type Sent = Extract<TestEvent, { type: 'TestMessageSent' }>;
type Failed = Extract<TestEvent, { type: 'TestMessageFailed' }>;

export type IntendTest = Command<'IntendTest', Sending['data'] & Sending['private']>;
export type RecordTest = Command<'RecordTest', ({ kind: 'sent' } & Sent['data']) | ({ kind: 'failed' } & Failed['data'])>;
export type TestCommand = IntendTest | RecordTest;

// State

export type TestMessage =
  Readonly<{ status: 'unknown' }> | Readonly<{ status: 'sending' | 'sent' }> | Readonly<{ status: 'failed'; code: string }>;

// Decide

const record = ({ data }: RecordTest, { status }: TestMessage): readonly TestEvent[] => {
  if (status !== 'sending') return [];
  if (data.kind === 'sent') {
    const { kind: _, ...sent } = data;
    return [{ type: 'TestMessageSent', data: sent }];
  }
  const { kind: _, ...failed } = data;
  return [{ type: 'TestMessageFailed', data: failed }];
};

const decide = (command: TestCommand, state: TestMessage): readonly TestEvent[] => {
  switch (command.type) {
    case 'IntendTest': {
      const { to, body, content, ...data } = command.data;
      const personal = { to, body, ...(content === undefined ? {} : { content }) };
      return state.status === 'unknown' ? [{ type: 'TestMessageSending', data, private: personal }] : [];
    }
    case 'RecordTest':
      return record(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

const evolve = (_: TestMessage, event: TestEvent): TestMessage => {
  switch (event.type) {
    case 'TestMessageSending':
      return { status: 'sending' };
    case 'TestMessageSent':
      return { status: 'sent' };
    case 'TestMessageFailed':
      return { status: 'failed', code: event.data.code };
    default:
      return event satisfies never;
  }
};

export const testMessage: Decider<TestMessage, TestCommand, TestEvent> = { initial: { status: 'unknown' }, decide, evolve };

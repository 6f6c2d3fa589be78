import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { WebhookEndpointEvent } from './events.ts';

// Commands

type Of = Readonly<{ companyId: string; endpointId: string; by: string; at: string }>;
type Facts = Readonly<{ url: string; events: readonly string[]; description?: string | undefined }>;

/** `hearsSamples`: a developer listens there. */
export type AddWebhookEndpoint = Command<'AddWebhookEndpoint', Of & Facts & Readonly<{ hearsSamples?: boolean | undefined }>>;
/** What is left out stays. */
export type ReviseWebhookEndpoint = Command<'ReviseWebhookEndpoint', Of & Partial<Facts>>;
export type DisableWebhookEndpoint = Command<'DisableWebhookEndpoint', Of & Readonly<{ why: 'asked' | 'gone' | 'failing' }>>;
export type EnableWebhookEndpoint = Command<'EnableWebhookEndpoint', Of>;
export type RemoveWebhookEndpoint = Command<'RemoveWebhookEndpoint', Of>;
/** `oldWorksUntil`: business time, UTC ISO */
export type RotateWebhookSecret = Command<'RotateWebhookSecret', Of & Readonly<{ oldWorksUntil: string }>>;
export type WebhookEndpointCommand =
  AddWebhookEndpoint | ReviseWebhookEndpoint | DisableWebhookEndpoint | EnableWebhookEndpoint | RemoveWebhookEndpoint | RotateWebhookSecret;

// State

export type WebhookEndpoint = Readonly<{
  endpointId: string;
  /** undefined where its key was destroyed */
  url?: string | undefined;
  events: readonly string[];
  description?: string | undefined;
  hearsSamples?: true;
  status: 'enabled' | 'disabled';
  why?: 'asked' | 'gone' | 'failing';
  addedAt: string;
  addedBy: string;
  /** what happened before then is not told: the start, or when it was enabled again */
  since: string;
  disabledAt?: string;
  rotatedAt?: string;
}>;

/** Those that the company has, by their ids. */
export type WebhookEndpoints = Readonly<Record<string, WebhookEndpoint>>;

// Decide

export const mostEndpoints = 16;

const endpointIn = (state: WebhookEndpoints, endpointId: string): WebhookEndpoint => {
  const endpoint = state[endpointId];
  if (!endpoint)
    throw new Refusal('webhook_endpoint_unknown', `there is no webhook endpoint ${endpointId}: list them to see which there are`);
  return endpoint;
};

const add = ({ data }: AddWebhookEndpoint, state: WebhookEndpoints): readonly WebhookEndpointEvent[] => {
  const { url, events, description, at, companyId, endpointId, by } = data;
  if (state[endpointId]) return [];
  const hears = data.hearsSamples ? { hearsSamples: true as const } : {};
  if (Object.keys(state).length >= mostEndpoints)
    throw new Refusal(
      'webhook_endpoints_too_many',
      `a company has up to ${mostEndpoints} webhook endpoints: remove one, or let one hear more`,
    );
  const facts = { companyId, endpointId, events: [...events], ...(description === undefined ? {} : { description }) };
  return [{ type: 'WebhookEndpointAdded', data: { ...facts, ...hears, addedAt: at, by }, private: { url } }];
};

const isSame = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join() === [...other].sort().join();

const revise = ({ data }: ReviseWebhookEndpoint, state: WebhookEndpoints): readonly WebhookEndpointEvent[] => {
  const { companyId, endpointId, by } = data;
  const now = endpointIn(state, endpointId);
  const url = data.url ?? now.url ?? '';
  const events = data.events ?? now.events;
  const description = data.description ?? now.description;
  if (url === now.url && isSame(events, now.events) && description === now.description) return [];
  const facts = { companyId, endpointId, events: [...events], ...(description === undefined ? {} : { description }), by };
  return [{ type: 'WebhookEndpointRevised', data: facts, private: { url } }];
};

const disable = ({ data: { at, ...data } }: DisableWebhookEndpoint, state: WebhookEndpoints): readonly WebhookEndpointEvent[] =>
  endpointIn(state, data.endpointId).status === 'disabled' ? [] : [{ type: 'WebhookEndpointDisabled', data: { ...data, disabledAt: at } }];

const enable = ({ data: { at, ...data } }: EnableWebhookEndpoint, state: WebhookEndpoints): readonly WebhookEndpointEvent[] =>
  endpointIn(state, data.endpointId).status === 'enabled' ? [] : [{ type: 'WebhookEndpointEnabled', data: { ...data, enabledAt: at } }];

const remove = (
  { data: { companyId, endpointId, by } }: RemoveWebhookEndpoint,
  state: WebhookEndpoints,
): readonly WebhookEndpointEvent[] => {
  endpointIn(state, endpointId);
  return [{ type: 'WebhookEndpointRemoved', data: { companyId, endpointId, by } }];
};

const mostOverlapMs = 7 * 86_400_000;

const rotate = ({ data: { at, ...data } }: RotateWebhookSecret, state: WebhookEndpoints): readonly WebhookEndpointEvent[] => {
  endpointIn(state, data.endpointId);
  if (Date.parse(data.oldWorksUntil) - Date.parse(at) > mostOverlapMs)
    throw new Refusal('secret_overlap_too_long', 'the old secret may work for up to seven days beside the new one');
  return [{ type: 'WebhookEndpointSecretRotated', data: { ...data, rotatedAt: at } }];
};

const decide = (command: WebhookEndpointCommand, state: WebhookEndpoints): readonly WebhookEndpointEvent[] => {
  switch (command.type) {
    case 'AddWebhookEndpoint':
      return add(command, state);
    case 'ReviseWebhookEndpoint':
      return revise(command, state);
    case 'DisableWebhookEndpoint':
      return disable(command, state);
    case 'EnableWebhookEndpoint':
      return enable(command, state);
    case 'RemoveWebhookEndpoint':
      return remove(command, state);
    default:
      return rotate(command, state);
  }
};

// Evolve

const changed = (state: WebhookEndpoints, endpointId: string, change: Partial<WebhookEndpoint>): WebhookEndpoints => {
  const endpoint = state[endpointId];
  return endpoint ? { ...state, [endpointId]: { ...endpoint, ...change } } : state;
};

const evolve = (state: WebhookEndpoints, event: WebhookEndpointEvent): WebhookEndpoints => {
  const { endpointId } = event.data;
  switch (event.type) {
    case 'WebhookEndpointAdded': {
      const { events, description, hearsSamples, addedAt, by } = event.data;
      const facts = {
        endpointId,
        url: event.private?.url,
        events,
        description,
        addedAt,
        addedBy: by,
        ...(hearsSamples && { hearsSamples }),
      };
      return { ...state, [endpointId]: { ...facts, status: 'enabled', since: addedAt } };
    }
    case 'WebhookEndpointRevised': {
      const { events, description } = event.data;
      return changed(state, endpointId, { url: event.private?.url, events, description });
    }
    case 'WebhookEndpointDisabled':
      return changed(state, endpointId, { status: 'disabled', why: event.data.why, disabledAt: event.data.disabledAt });
    case 'WebhookEndpointEnabled': {
      const endpoint = state[endpointId];
      if (!endpoint) return state;
      const { why: _, disabledAt: __, ...rest } = endpoint;
      return { ...state, [endpointId]: { ...rest, status: 'enabled', since: event.data.enabledAt } };
    }
    case 'WebhookEndpointRemoved': {
      const { [endpointId]: _, ...rest } = state;
      return rest;
    }
    default:
      return changed(state, endpointId, { rotatedAt: event.data.rotatedAt });
  }
};

/** Where a company hears of its events. */
export const webhookEndpoints: Decider<WebhookEndpoints, WebhookEndpointCommand, WebhookEndpointEvent> = { initial: {}, decide, evolve };

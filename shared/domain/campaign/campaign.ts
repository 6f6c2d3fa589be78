import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Definition } from './definition.ts';
import type { CampaignEvent } from './events.ts';
import type { Mapping } from './mapping.ts';

// Commands

type On = { campaignId: string };
/** `by`: who says so, where that is known. */
type By = On & { by?: string | undefined };
/** `seen` is the version that the new one is made from, 0 for a campaign that is not there yet; left out: whatever there is. */
export type PutCampaign = Command<'PutCampaign', By & { definition: Definition; seen?: number | undefined }>;
/** `version` is the one that was looked at; left out: the newest. */
export type ApproveCampaign = Command<'ApproveCampaign', On & { approvedBy: string; version?: number | undefined }>;
export type ActivateCampaign = Command<'ActivateCampaign', By>;
export type PauseCampaign = Command<'PauseCampaign', By>;
export type ResumeCampaign = Command<'ResumeCampaign', By>;
export type ArchiveCampaign = Command<'ArchiveCampaign', By>;
export type FireCampaign = Command<'FireCampaign', On & { firedAt: string; resends?: string }>;
/** Says which columns the files of a source have. */
export type MapColumns = Command<'MapColumns', On & { source: string; fields: Mapping }>;
export type CampaignCommand =
  PutCampaign | ApproveCampaign | ActivateCampaign | PauseCampaign | ResumeCampaign | ArchiveCampaign | FireCampaign | MapColumns;

// State

type Version = Readonly<{ version: number; definition: Definition }>;
/** `version` is the newest one, `approved` the one that sends; `mappings` are the columns of each source, where somebody said so. */
type Written = Version & Readonly<{ approved?: Version; runs: number; mappings?: Readonly<Record<string, Mapping>> }>;
type Approved = Written & Readonly<{ approved: Version }>;
export type Campaign =
  | Readonly<{ status: 'unknown' }>
  | (Written & Readonly<{ status: 'draft' }>)
  | (Approved & Readonly<{ status: 'ready' }>)
  | (Approved & Readonly<{ status: 'active' }>)
  | (Approved & Readonly<{ status: 'paused' }>)
  | (Written & Readonly<{ status: 'archived' }>);
export type KnownCampaign = Exclude<Campaign, { status: 'unknown' }>;

// Decide

const known = (campaignId: string, state: Campaign): KnownCampaign => {
  if (state.status === 'unknown') {
    throw new Refusal('campaign_unknown', `there is no campaign ${campaignId}: put one with "carillon campaign put FILE"`);
  }
  return state;
};

const alive = (campaignId: string, state: Campaign): Exclude<KnownCampaign, { status: 'archived' }> => {
  const found = known(campaignId, state);
  if (found.status === 'archived') throw new Refusal('campaign_archived', `${campaignId} is archived for good: put it under another name`);
  return found;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const sortedKeys = (_key: string, value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;

/** Definitions are JSON; in which order a file names its fields makes no other campaign. */
const same = (one: Definition, other: Definition): boolean => JSON.stringify(one, sortedKeys) === JSON.stringify(other, sortedKeys);

const said = ({ by }: Pick<By, 'by'>): Readonly<{ by?: string }> => (by === undefined ? {} : { by });

const assertSeen = (campaignId: string, seen: number | undefined, version: number): void => {
  if (seen === undefined || seen === version) return;
  if (seen === 0)
    throw new Refusal('campaign_exists', `there is a campaign of this name already, ${campaignId}: edit it, or take another name`);
  throw new Refusal('version_moved', `${campaignId} is at version ${version} by now, and version ${seen} is what was edited: look again`);
};

const put = ({ data }: PutCampaign, state: Campaign): readonly CampaignEvent[] => {
  const { campaignId, definition, seen } = data;
  if (state.status === 'unknown') return [{ type: 'CampaignDrafted', data: { campaignId, version: 1, definition, ...said(data) } }];
  const { version, definition: newest } = alive(campaignId, state);
  if (same(newest, definition)) return [];
  assertSeen(campaignId, seen, version);
  return [{ type: 'CampaignRevised', data: { campaignId, version: version + 1, definition, ...said(data) } }];
};

const approve = ({ data: { campaignId, approvedBy, version: seen } }: ApproveCampaign, state: Campaign): readonly CampaignEvent[] => {
  const { version, approved } = alive(campaignId, state);
  if (seen !== undefined && seen !== version) {
    throw new Refusal(
      'version_moved',
      `${campaignId} is at version ${version} by now, and version ${seen} is what was looked at: look again`,
    );
  }
  return approved?.version === version ? [] : [{ type: 'CampaignApproved', data: { campaignId, version, approvedBy } }];
};

const activate = ({ data: { campaignId, ...who } }: ActivateCampaign, state: Campaign): readonly CampaignEvent[] => {
  const found = alive(campaignId, state);
  if (found.status === 'draft') {
    throw new Refusal(
      'campaign_not_approved',
      `nobody has approved ${campaignId}: look at it, then "carillon campaign approve ${campaignId}"`,
    );
  }
  if (found.status === 'active') return [];
  if (found.status === 'paused') return [{ type: 'CampaignResumed', data: { campaignId, version: found.approved.version, ...said(who) } }];
  return [{ type: 'CampaignActivated', data: { campaignId, version: found.approved.version, ...said(who) } }];
};

const pause = ({ data: { campaignId, ...who } }: PauseCampaign, state: Campaign): readonly CampaignEvent[] => {
  const { status } = alive(campaignId, state);
  if (status === 'paused') return [];
  if (status !== 'active') throw new Refusal('campaign_not_active', `${campaignId} does not send, so there is nothing to pause`);
  return [{ type: 'CampaignPaused', data: { campaignId, ...said(who) } }];
};

const resume = ({ data: { campaignId, ...who } }: ResumeCampaign, state: Campaign): readonly CampaignEvent[] => {
  const found = alive(campaignId, state);
  if (found.status === 'active') return [];
  if (found.status !== 'paused') throw new Refusal('campaign_not_paused', `${campaignId} is not paused: activate it instead`);
  return [{ type: 'CampaignResumed', data: { campaignId, version: found.approved.version, ...said(who) } }];
};

const archive = ({ data: { campaignId, ...who } }: ArchiveCampaign, state: Campaign): readonly CampaignEvent[] =>
  known(campaignId, state).status === 'archived' ? [] : [{ type: 'CampaignArchived', data: { campaignId, ...said(who) } }];

const fire = ({ data: { campaignId, firedAt, resends } }: FireCampaign, state: Campaign): readonly CampaignEvent[] => {
  const found = alive(campaignId, state);
  if (found.status !== 'active') {
    throw new Refusal('campaign_not_active', `${campaignId} is ${found.status}: activate it before it can fire`);
  }
  const linked = resends === undefined ? {} : { resends };
  return [{ type: 'CampaignFired', data: { campaignId, run: found.runs + 1, version: found.approved.version, firedAt, ...linked } }];
};

/** A campaign's working document holds all of them. */
const mostSources = 50;

const mapColumns = ({ data }: MapColumns, state: Campaign): readonly CampaignEvent[] => {
  const { mappings = {} } = alive(data.campaignId, state);
  const known = Object.hasOwn(mappings, data.source) ? mappings[data.source] : undefined;
  if (known && JSON.stringify(known, sortedKeys) === JSON.stringify(data.fields, sortedKeys)) return [];
  if (!known && Object.keys(mappings).length >= mostSources) {
    throw new Refusal(
      'too_many_sources',
      `${data.campaignId} has mappings of ${mostSources} sources already: map one of them anew, or make another campaign`,
    );
  }
  return [{ type: 'CampaignColumnsMapped', data: { ...data, fields: { ...data.fields } } }];
};

const decide = (command: CampaignCommand, state: Campaign): readonly CampaignEvent[] => {
  switch (command.type) {
    case 'PutCampaign':
      return put(command, state);
    case 'ApproveCampaign':
      return approve(command, state);
    case 'ActivateCampaign':
      return activate(command, state);
    case 'PauseCampaign':
      return pause(command, state);
    case 'ResumeCampaign':
      return resume(command, state);
    case 'ArchiveCampaign':
      return archive(command, state);
    case 'FireCampaign':
      return fire(command, state);
    case 'MapColumns':
      return mapColumns(command, state);
    default:
      return command satisfies never;
  }
};

// Evolve

const approvedNow = (state: KnownCampaign): Campaign => {
  const approved = { version: state.version, definition: state.definition };
  return state.status === 'draft' ? { ...state, status: 'ready', approved } : { ...state, approved };
};

/** Nothing sends before a version of it was approved. */
const moved = (state: KnownCampaign, status: 'active' | 'paused'): Campaign =>
  state.approved ? { ...state, status, approved: state.approved } : state;

const evolve = (state: Campaign, event: CampaignEvent): Campaign => {
  if (event.type === 'CampaignDrafted') {
    return { status: 'draft', version: event.data.version, definition: event.data.definition, runs: 0 };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'CampaignRevised':
      return { ...state, version: event.data.version, definition: event.data.definition };
    case 'CampaignApproved':
      return approvedNow(state);
    case 'CampaignActivated':
    case 'CampaignResumed':
      return moved(state, 'active');
    case 'CampaignPaused':
      return moved(state, 'paused');
    case 'CampaignArchived':
      return { ...state, status: 'archived' };
    case 'CampaignFired':
      return { ...state, runs: event.data.run };
    case 'CampaignColumnsMapped':
      return { ...state, mappings: { ...state.mappings, [event.data.source]: event.data.fields } };
    default:
      return event satisfies never;
  }
};

export const campaign: Decider<Campaign, CampaignCommand, CampaignEvent> = { initial: { status: 'unknown' }, decide, evolve };

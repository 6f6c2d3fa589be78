import { z } from 'zod';
import type { SendRequest } from '#app/accept-request.ts';
import { campaignIdOf } from '#app/campaign-document.ts';
import { campaignProgress } from '#app/campaign-progress.ts';
import { changeCampaign, ownerOf } from '#app/change-campaign.ts';
import { fireNow } from '#app/fire-now.ts';
import { haltCompany, liftCompany, type HaltRequest } from '#app/halt-company.ts';
import { houseStatus } from '#app/house-status.ts';
import { project } from '#app/project.ts';
import { rebuild } from '#app/rebuild.ts';
import { rebuildDocuments } from '#app/rebuild-documents.ts';
import { registerCompany } from '#app/register-company.ts';
import { resendFailed, type ResendRequest } from '#app/resend-failed.ts';
import { resolveTemplates } from '#app/resolve-templates.ts';
import { sendOne } from '#app/send-one.ts';
import { topics } from '#app/topics.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { campaignId, companyId, packetId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { problem, type DoorResponse } from '#functions/door.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { tickNames, type TickName } from '#ports/ticks.ts';
import { auditCommands } from './audit-commands.ts';
import { commandCause, newRequestId } from './command-cause.ts';
import { consentCommands } from './consent-commands.ts';
import { handleLetters, letterRequest } from './dead-letters.ts';
import { doubtCommands } from './doubt-commands.ts';
import { endpointCommands } from './endpoint-commands.ts';
import { examine } from './doctor/check.ts';
import { keepListOf, mapFile, previewFile, testFile } from './file-commands.ts';
import { importCommands } from './import-commands.ts';
import { webhookCommands } from './webhook-commands.ts';
import { inboxCommands } from './inbox-commands.ts';
import { keyCommands } from './key-commands.ts';
import { supportCommands } from './support-commands.ts';
import { noteCommand } from './note-command.ts';
import type { OpenHouse } from './open-house.ts';
import { packetCommands } from './packet-commands.ts';
import { routeCommands } from './route-commands.ts';
import { peopleCommands } from './people-commands.ts';
import { registrationCommands } from './registration-commands.ts';
import { senderCommands } from './sender-commands.ts';
import { templateCommands } from './template-commands.ts';
import { userCommands } from './user-commands.ts';

/** The commands of the command line, carried out by the house that holds the folder. */

const putCampaign = {
  input: z.object({ companyId, definition: z.unknown(), account: z.object({ provider: z.string(), accountId: z.string() }).optional() }),
  run: async (open: OpenHouse, input: { companyId: string; definition: unknown; account?: { provider: string; accountId: string } }) => {
    const definition = readDefinition(await resolveTemplates(open.house, input.companyId, input.definition));
    const cause = commandCause(open);
    const account = input.account ?? open.account;
    await registerCompany(open.house, { companyId: input.companyId, name: input.companyId, account }, cause);
    const id = campaignIdOf(input.companyId, definition.name);
    const command = { type: 'PutCampaign', data: { campaignId: id, definition } } as const;
    const { status, version, approved } = await changeCampaign(open.house, input.companyId, command, cause);
    return { campaignId: id, status, version, approvedVersion: approved?.version ?? null };
  },
};

type Simple = 'ApproveCampaign' | 'ActivateCampaign' | 'PauseCampaign' | 'ResumeCampaign' | 'ArchiveCampaign';

const change = (type: Simple) => ({
  input: z.object({ campaignId, by: z.string().trim().min(1).max(100).default('command line'), version: z.int().min(1).optional() }),
  run: async (open: OpenHouse, input: { campaignId: string; by: string; version?: number | undefined }) => {
    const owner = await ownerOf(open.house, input.campaignId);
    const { campaignId: id, by, version: seen } = input;
    const command =
      type === 'ApproveCampaign'
        ? ({ type, data: { campaignId: id, approvedBy: by, version: seen } } as const)
        : ({ type, data: { campaignId: id, by } } as const);
    const { status, version, approved } = await changeCampaign(open.house, owner, command, commandCause(open));
    return { campaignId: input.campaignId, status, version, approvedVersion: approved?.version ?? null };
  },
});

const halt = {
  input: z.object({ companyId, by: z.string().trim().min(1).max(100), reason: z.string().trim().min(1).max(200).optional() }),
  run: async (open: OpenHouse, input: HaltRequest) => ({
    companyId: input.companyId,
    ...(await haltCompany(open.house, input, commandCause(open))),
  }),
};

const lift = {
  input: z.object({ companyId, by: z.string().trim().min(1).max(100) }),
  run: async (open: OpenHouse, input: HaltRequest) => ({
    companyId: input.companyId,
    ...(await liftCompany(open.house, input, commandCause(open))),
  }),
};

const fire = {
  input: z.object({ campaignId }),
  run: async (open: OpenHouse, input: { campaignId: string }) => {
    await fireNow(open.house, await ownerOf(open.house, input.campaignId), input.campaignId);
    return { campaignId: input.campaignId, fires: true };
  },
};

const status = {
  input: z.object({}),
  run: async ({ house, bus, live = false }: OpenHouse) => ({ running: live, ...(await houseStatus(house, bus)) }),
};

const progressOf = {
  input: z.object({ campaignId, packetId: packetId.optional() }),
  run: async ({ house }: OpenHouse, input: { campaignId: string; packetId?: string | undefined }) => campaignProgress(house, input),
};

const report = {
  input: z.object({ name: z.string().min(1), params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
  run: async ({ house, reporting }: OpenHouse, input: { name: string; params: Record<string, string | number | null> }) => {
    await reporting.ready(60_000);
    // nobody projects while the house does not run, and a report that is behind would be wrong without saying so
    for (const partition of house.store.partitions()) await project(house, partition);
    return house.readModel.report(input.name, input.params);
  },
};

const text = z.union(
  [z.string(), z.number().transform(String), z.boolean().transform(String), z.null().transform(() => '')],
  'a text, a number, true, false or nothing',
);

const send = {
  input: z.object({
    companyId: companyId.optional(),
    campaignId,
    rows: z.array(z.record(z.string().min(1).max(200), text)),
    reference: z.string().min(1).max(200).optional(),
  }),
  run: async (open: OpenHouse, input: Omit<SendRequest, 'companyId'> & { companyId?: string }) => {
    const owner = input.companyId ?? (await ownerOf(open.house, input.campaignId));
    return { running: open.live ?? false, ...(await sendOne(open.house, { ...input, companyId: owner }, commandCause(open))) };
  },
};

const resendPacket = {
  input: z.object({ packetId, codes: z.array(z.string().min(1).max(60)).max(50).optional() }),
  run: (open: OpenHouse, input: ResendRequest) => resendFailed(open.house, input, commandCause(open)),
};

const dropped = {
  input: z.object({ path: z.string().min(1) }),
  run: async ({ bus }: OpenHouse, input: { path: string }) => {
    await bus.publish(topics.dropFinalized, [{ data: { path: input.path }, key: input.path }]);
    return { path: input.path };
  },
};

const rebuildTables = {
  input: z.object({ verify: z.boolean().default(false) }),
  run: async ({ house, reporting }: OpenHouse, input: { verify: boolean }) => {
    await reporting.ready(60_000);
    return rebuild(house, input);
  },
};

const rebuildConversations = {
  input: z.object({}),
  run: ({ house }: OpenHouse) => rebuildDocuments(house),
};

const ticks = {
  input: z.object({ action: z.enum(['status', 'pause', 'resume', 'run']), tick: z.enum(tickNames).optional() }),
  run: async (open: OpenHouse, input: { action: 'status' | 'pause' | 'resume' | 'run'; tick?: TickName | undefined }) => {
    if (!open.ticks) throw new Refusal('house_not_running', 'nobody ticks: open the house with "carillon start"');
    if (input.action === 'status') return open.ticks.status();
    for (const tick of input.tick === undefined ? tickNames : [input.tick]) await open.ticks[input.action](tick);
    return open.ticks.status();
  },
};

const examineHouse = {
  input: z.object({ resting: z.boolean().default(false) }),
  run: async (open: OpenHouse, input: { resting: boolean }) => {
    const { houseChecks } = await import('./doctor/house-checks.ts');
    return examine(houseChecks(open, input));
  },
};

const deadLetters = {
  input: letterRequest,
  run: ({ bus }: OpenHouse, request: z.output<typeof letterRequest>) => handleLetters(bus, request),
};

/** Each checks its own input; `run` is called with what its schema gave. */
export const commands: Readonly<Record<string, Readonly<{ input: z.ZodType; run: (open: OpenHouse, input: never) => Promise<unknown> }>>> =
  {
    'put-campaign': putCampaign,
    'approve-campaign': change('ApproveCampaign'),
    'activate-campaign': change('ActivateCampaign'),
    'pause-campaign': change('PauseCampaign'),
    'resume-campaign': change('ResumeCampaign'),
    'archive-campaign': change('ArchiveCampaign'),
    'halt-company': halt,
    'lift-company': lift,
    fire,
    send,
    'resend-failed': resendPacket,
    status,
    'campaign-progress': progressOf,
    report,
    'keep-list': keepListOf,
    'map-file': mapFile,
    'preview-file': previewFile,
    'test-send': testFile,
    dropped,
    ...inboxCommands,
    ...webhookCommands,
    ...packetCommands,
    ...keyCommands,
    ...auditCommands,
    ...templateCommands,
    ...supportCommands,
    ...userCommands,
    ...endpointCommands,
    ...routeCommands,
    ...doubtCommands,
    ...consentCommands,
    ...peopleCommands,
    ...importCommands,
    ...senderCommands,
    ...registrationCommands,
    rebuild: rebuildTables,
    'rebuild-documents': rebuildConversations,
    ticks,
    examine: examineHouse,
    'dead-letters': deadLetters,
  };

const inputWords = ({ issues }: z.ZodError): string =>
  `what was given can't be used: ${issues.map(({ path, message }) => `${path.join('.')} must be ${message}`).join('; ')}; "carillon status" shows the ids`;

export type Ordered = Readonly<{
  name: string;
  raw: unknown;
  /** who sits at the command line, for the audit log; left out: it is no person */ operator?: string | undefined;
}>;

/** Throws Refusal for what the caller has to change, ReadModelAway while there are no reports. */
export const carryOutFor = async (open: OpenHouse, { name, raw, operator }: Ordered): Promise<unknown> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refusal('command_unknown', `there is no command ${name}`);
  const input = command.input.safeParse(raw);
  if (!input.success) throw new Refusal('input_invalid', inputWords(input.error));
  const request = newRequestId();
  const result = await command.run({ ...open, request }, input.data as never);
  if (operator !== undefined) await noteCommand(open, { name, input: input.data, operator, request });
  return result;
};

/** By a program: a demo, a first start. */
export const carryOut = (open: OpenHouse, name: string, raw: unknown): Promise<unknown> => carryOutFor(open, { name, raw });

const parse = (body: string): unknown => {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    return undefined;
  }
};

const withCause = ({ message, cause }: Error): string => (cause instanceof Error ? `${message} (${cause.message})` : message);

export const runCommand = async (
  open: OpenHouse,
  name: string,
  { body, operator }: Readonly<{ body: string; operator?: string | undefined }>,
): Promise<DoorResponse> => {
  try {
    const result = await carryOutFor(open, { name, raw: parse(body), operator });
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
  } catch (error) {
    if (error instanceof Refusal) return problem(400, error.code, error.message);
    if (error instanceof ReadModelAway) return problem(503, error.code, withCause(error));
    open.house.log.error({ command: name, reason: error instanceof Error ? error.message : 'unknown' }, 'a command failed');
    return problem(500, 'internal', error instanceof Error ? error.message : 'the command failed');
  }
};

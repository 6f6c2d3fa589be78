import { z } from 'zod';
import { ownerOf } from '#app/change-campaign.ts';
import { checkDrop, type DropCheck } from '#app/check-drop.ts';
import { confirmList } from '#app/confirm-list.ts';
import { sayDrop } from '#app/dropped-by.ts';
import { failedRows } from '#app/failed-rows.ts';
import { fixedPacket } from '#app/fixed-packet.ts';
import { forgetList } from '#app/forget-list.ts';
import { keptLists } from '#app/kept-lists.ts';
import type { NamedList } from '#app/list-document.ts';
import { runnableStages, runStage, type StageRun } from '#app/run-stage.ts';
import { unloadedFiles } from '#app/unloaded-files.ts';
import { useList, type ListUse } from '#app/use-list.ts';
import { campaignId, companyId, packetId } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

/** Commands about packets and lists. */

/** Whoever works here: as staff are called, in a few words. */
const staff = z.string().trim().min(1).max(100);

const lists = {
  input: z.object({ companyId }),
  run: async ({ house }: OpenHouse, input: { companyId: string }) => ({ lists: await keptLists(house, input.companyId) }),
};

const forgetListOf = {
  input: z.object({ companyId, name: z.string().trim().min(1).max(200), by: staff }),
  run: (open: OpenHouse, input: NamedList & { by: string }) => forgetList(open.house, input, commandCause(open)),
};

const useListOf = {
  input: z.object({
    companyId,
    name: z.string().trim().min(1).max(200),
    campaignId,
    again: z.string().max(40).optional(),
    by: staff.optional(),
  }),
  run: (open: OpenHouse, input: ListUse) => useList(open.house, input, commandCause(open)),
};

type Said = Readonly<{ fileName: string; md5: string; by: string }>;

/** Asked before a file is put where nobody would look for it, and told who does. */
const checkDropOf = {
  input: z.object({
    companyId,
    campaignId,
    full: z.boolean().default(false),
    said: z.object({ fileName: z.string().min(1).max(1000), md5: z.string(), by: staff }).optional(),
  }),
  run: async ({ house }: OpenHouse, input: DropCheck & { said?: Said | undefined }) => {
    const owner = await ownerOf(house, input.campaignId);
    if (owner !== input.companyId)
      throw new Refusal('company_unknown', `${input.campaignId} is a campaign of ${owner}: say --company ${owner}`);
    await checkDrop(house, input);
    if (input.said) await sayDrop(house, { ...input, ...input.said });
    return { campaignId: input.campaignId };
  },
};

const checkFixes = {
  input: z.object({ companyId, packetId }),
  run: ({ house }: OpenHouse, input: { companyId: string; packetId: string }) => fixedPacket(house, input),
};

const confirmPacket = {
  input: z.object({ packetId, by: z.string().min(1).max(200) }),
  run: async (open: OpenHouse, { packetId: id, by }: { packetId: string; by: string }) => {
    await confirmList(open.house, { packetId: id, confirmedBy: by }, commandCause(open));
    return { packetId: id, confirmed: true };
  },
};

const failed = {
  input: z.object({ packetId, from: z.int().min(0).default(0) }),
  run: ({ house }: OpenHouse, input: { packetId: string; from: number }) => failedRows(house, input.packetId, input.from),
};

const files = {
  input: z.object({ companyId: companyId.optional() }),
  run: ({ house }: OpenHouse, input: { companyId?: string | undefined }) => unloadedFiles(house, input.companyId),
};

const stage = {
  input: z.object({ packetId, stage: z.enum(runnableStages), by: staff.optional() }),
  run: (open: OpenHouse, input: StageRun) => runStage(open.house, input, commandCause(open)),
};

export const packetCommands = {
  'kept-lists': lists,
  'forget-list': forgetListOf,
  'use-list': useListOf,
  'check-drop': checkDropOf,
  'check-fixes': checkFixes,
  'confirm-packet': confirmPacket,
  'failed-rows': failed,
  'unloaded-files': files,
  'run-stage': stage,
};

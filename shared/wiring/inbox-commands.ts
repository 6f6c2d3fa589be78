import { z } from 'zod';
import { answersOfDay, type AnswersRequest } from '#app/answers-of-day.ts';
import { assignReply } from '#app/assign-reply.ts';
import { listInbox } from '#app/list-inbox.ts';
import { project } from '#app/project.ts';
import { replayReply } from '#app/replay-reply.ts';
import { resolveReply, type ResolveRequest } from '#app/resolve-reply.ts';
import { showReply } from '#app/show-reply.ts';
import { writeBack, type WriteBackRequest } from '#app/write-back.ts';
import { meanings } from '#domain/conversation/conversation.ts';
import { campaignId, companyId, replyId } from '#domain/kernel/ids.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const staff = z.string().trim().min(1).max(100);

const list = {
  input: z.object({ companyId: companyId.optional() }),
  run: ({ house }: OpenHouse, input: { companyId?: string | undefined }) => listInbox(house, input.companyId),
};

const show = { input: z.object({ reply: replyId }), run: ({ house }: OpenHouse, { reply }: { reply: string }) => showReply(house, reply) };

const assign = {
  input: z.object({ reply: replyId, to: staff }),
  run: async (open: OpenHouse, input: { reply: string; to: string }) => {
    await assignReply(open.house, input, commandCause(open));
    return input;
  },
};

const resolve = {
  input: z.object({ reply: replyId, by: staff, as: z.enum(meanings).optional(), messageId: z.string().min(1).max(200).optional() }),
  run: (open: OpenHouse, input: ResolveRequest) => resolveReply(open.house, input, commandCause(open)),
};

const answer = {
  input: z.object({
    reply: replyId,
    by: staff,
    text: z.string().trim().min(1).max(1_600).optional(),
    canned: z.string().min(1).max(40).optional(),
    requestId: z.string().min(1).max(80),
  }),
  run: (open: OpenHouse, input: WriteBackRequest) => writeBack(open.house, input, commandCause(open)),
};

const replay = {
  input: z.object({ reply: replyId, by: staff }),
  run: async (open: OpenHouse, input: { reply: string; by: string }) => {
    await replayReply(open.house, input, commandCause(open));
    return input;
  },
};

const answers = {
  input: z.object({
    campaignId,
    day: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/, 'a day like 2026-12-08')
      .optional(),
  }),
  run: async ({ house, reporting }: OpenHouse, input: AnswersRequest) => {
    await reporting.ready(60_000);
    // as every report: one that is behind would be wrong without saying so
    for (const partition of house.store.partitions()) await project(house, partition);
    return answersOfDay(house, input);
  },
};

/** What people wrote back, and what of it a person has to read. */
export const inboxCommands = {
  'list-inbox': list,
  'show-reply': show,
  'assign-reply': assign,
  'resolve-reply': resolve,
  'write-back': answer,
  'replay-reply': replay,
  'answers-of-day': answers,
};

import { z } from 'zod';
import { listDoubts, settleDoubt, type DoubtRequest } from '#app/settle-doubt.ts';
import { verdicts } from '#domain/delivery/decide-doubt.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const list = { input: z.object({}), run: ({ house }: OpenHouse) => listDoubts(house) };

const decide = {
  input: z.object({
    messageId: z.string().min(1).max(200),
    verdict: z.enum(verdicts),
    by: z.string().trim().min(1).max(100),
    reference: z.string().trim().min(1).max(200).optional(),
  }),
  run: (open: OpenHouse, input: DoubtRequest) => settleDoubt(open.house, input, commandCause(open)),
};

/** What nobody can tell but a person. */
export const doubtCommands = { 'list-doubts': list, 'decide-doubt': decide };

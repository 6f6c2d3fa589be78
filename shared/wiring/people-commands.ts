import { z } from 'zod';
import { forgetPerson, type ForgetRequest } from '#app/forget-person.ts';
import { showPerson, type PersonWanted } from '#app/show-person.ts';
import { project } from '#app/project.ts';
import { channel, companyId } from '#domain/kernel/ids.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const whom = { companyId, channel: channel.default('sms'), to: z.string().trim().min(1).max(254) };

const show = {
  input: z.strictObject({ ...whom, limit: z.int().min(1).max(1_000).default(100) }),
  run: async ({ house, reporting }: OpenHouse, input: PersonWanted) => {
    await reporting.ready(60_000);
    for (const partition of house.store.partitions()) await project(house, partition);
    return showPerson(house, input);
  },
};

const forget = {
  input: z.strictObject({ ...whom, by: z.string().trim().min(1).max(100), isDry: z.boolean().default(false) }),
  run: async (open: OpenHouse, input: ForgetRequest) => {
    if (!input.isDry) await open.reporting.ready(60_000);
    return forgetPerson(open.house, input, commandCause(open));
  },
};

/** What a company knows of one contact point, and that it knows nothing of it any more. */
export const peopleCommands = { 'show-person': show, 'forget-person': forget };

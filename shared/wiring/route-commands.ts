import { z } from 'zod';
import { resumeRoutes, setRoutes, showRoutes, type ResumeRequest, type SetRoutesRequest } from '#app/routes.ts';
import { route } from '#domain/company/events.ts';
import { channel, companyId } from '#domain/kernel/ids.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const by = z.string().trim().min(1).max(100);

const show = {
  input: z.object({ companyId }),
  run: ({ house }: OpenHouse, input: { companyId: string }) => showRoutes(house, input.companyId),
};

const set = {
  input: z.object({ companyId, by, routes: z.array(route).max(100) }),
  run: (open: OpenHouse, input: SetRoutesRequest) => setRoutes(open.house, input, commandCause(open)),
};

const resume = {
  input: z.object({
    companyId,
    by,
    provider: z.string().min(1).optional(),
    accountId: z.string().min(1).optional(),
    channel: channel.optional(),
    from: z.string().min(1).optional(),
  }),
  run: (open: OpenHouse, input: ResumeRequest) => resumeRoutes(open.house, input, commandCause(open)),
};

/** Which ways a company's messages take. */
export const routeCommands = { 'show-routes': show, 'set-routes': set, 'resume-routes': resume };

import { z } from 'zod';

/** Whom a request may reach: `live` everybody, `test` nobody but the simulated network, `team` only those on the company's list. */
export const sendingModes = ['live', 'test', 'team'] as const;
export const sendingMode = z.enum(sendingModes);
export type SendingMode = z.infer<typeof sendingMode>;

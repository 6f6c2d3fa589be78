import { z } from '@hono/zod-openapi';

export const provider = z.enum(['twilio', 'telnyx']).optional().openapi({ description: "Through which; left out: the company's own" });
export const submitBody = z.strictObject({ provider });

const missing = z
  .object({
    at: z.string().meta({ description: 'the field' }),
    code: z.string(),
    detail: z.string(),
    blocks: z.boolean().meta({ description: 'it would be refused; advice otherwise' }),
  })
  .openapi('MissingFact');

/** How something stands with carriers. */
export const standing = {
  provider: z.string().optional(),
  reference: z.string().optional().meta({ description: "the provider's id" }),
  carrier_id: z.string().optional().meta({ description: "the registry's id" }),
  reasons: z.array(z.string()).meta({ description: 'why it was refused, in words' }),
  said: z.array(z.string()).optional().meta({ description: "the provider's own words" }),
  missing: z.array(missing).meta({ description: 'what would be refused before it costs a fee, and what is advised' }),
  costs: z.string().optional().meta({ description: 'what handing it in as it is written costs; left out: there is nothing to hand in' }),
};

type Missing = Readonly<{ at: string; code: string; words: string; blocks: boolean }>;

const snakePath = (at: string): string => at.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const missingJson = (all: readonly Missing[]) =>
  all.map(({ at, words, ...rest }) => ({ at: snakePath(at), ...rest, detail: words }));

export const brandIdText = z.string().min(1).max(200).openapi({ description: "a brand's id", example: 'brd_main' });
export const registrationIdText = z.string().min(1).max(200).openapi({ description: "a registration's id", example: 'reg_reminders' });

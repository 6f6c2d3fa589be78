import { z } from 'zod';

/** What a registration says to carriers (they call it a campaign). A draft may lack any of it; `check-registration.ts` says what is missing. */

const line = z.string().trim().max(1_000);
/** longer than any text may be, so that a draft can be kept and its length be told */
const text = z.string().trim().max(10_000);
const words = z.array(line).max(50);

export const registrationFacts = z.strictObject({
  useCase: line.optional(),
  /** of a mixture: what it mixes */
  subUseCases: words.optional(),
  description: text.optional(),
  /** how people come to agree, word by word as they see or hear it */
  messageFlow: text.optional(),
  samples: z.array(text).max(20).optional(),
  optInMessage: text.optional(),
  optOutMessage: text.optional(),
  helpMessage: text.optional(),
  optInKeywords: words.optional(),
  optOutKeywords: words.optional(),
  helpKeywords: words.optional(),
  privacyPolicyUrl: line.optional(),
  termsUrl: line.optional(),
  hasLinks: z.boolean().optional(),
  hasPhones: z.boolean().optional(),
  ageGated: z.boolean().optional(),
  directLending: z.boolean().optional(),
  autoRenewal: z.boolean().optional(),
});
export type RegistrationFacts = Readonly<z.infer<typeof registrationFacts>>;

import { z } from 'zod';

/** What a message of another channel than sms has beside its body, which is the text that people read in reports. */
export const messageContent = z.object({
  /** of an e-mail, whose plain part is the body */
  subject: z.string().optional(),
  html: z.string().optional(),
  /** addresses of what goes with an mms */
  media: z.array(z.string()).optional(),
  /** the text that a provider approved, and the values of its numbered places: they go, and not the body */
  approved: z.string().optional(),
  variables: z.record(z.string(), z.string()).optional(),
  /** what a voice, whose script is the body, tells an answering machine */
  machine: z.string().optional(),
  /** in which language a voice speaks, BCP 47 */
  locale: z.string().optional(),
});
export type MessageContent = z.infer<typeof messageContent>;

/** What goes to a person: the body, and what there is beside it. */
export type Made = Readonly<{ body: string; content?: MessageContent }>;

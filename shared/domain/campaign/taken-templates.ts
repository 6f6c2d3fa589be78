import { z } from 'zod';
import { templateId } from '../kernel/ids.ts';

/** Which version of which of the company's templates a text is, word for word. */
export const takenFrom = z.strictObject({ templateId, version: z.int().min(1) });
export type TakenFrom = Readonly<z.infer<typeof takenFrom>>;

type Entry = Readonly<{ takenFrom?: TakenFrom | undefined; fallbacks?: readonly Entry[] | undefined }>;

/** Every template that a campaign's texts come from, each version of it once. */
export const takenTemplates = ({ channels }: Readonly<{ channels: readonly Entry[] }>): readonly TakenFrom[] => {
  const all = channels.flatMap((entry) => [entry, ...(entry.fallbacks ?? [])]).flatMap((entry) => entry.takenFrom ?? []);
  return [...new Map(all.map((one) => [`${one.templateId}.${one.version}`, one])).values()];
};

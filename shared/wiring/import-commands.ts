import { z } from 'zod';
import { importOptOuts } from '#app/import-opt-outs.ts';
import { optOutFields } from '#domain/consent/opt-out-columns.ts';
import { brandId, channel, companyId, instant } from '#domain/kernel/ids.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { localFile, readingFile } from './local-file.ts';
import type { OpenHouse } from './open-house.ts';

const input = z.strictObject({
  companyId,
  file: z.string().min(1),
  channel: channel.optional(),
  brandId: brandId.optional(),
  until: instant.optional(),
  dayOrder: z.enum(['mdy', 'dmy']).default('mdy'),
  columns: z.partialRecord(z.enum(optOutFields), z.string().min(1)).default({}),
  by: z.string().trim().min(1).max(100),
});

/** A file of opt-outs of this machine, each bad row with what to do about it. */
const importFile = {
  input,
  run: ({ house }: OpenHouse, { companyId: company, file, columns, by, ...defaults }: z.output<typeof input>) =>
    readingFile(async () => {
      const cause = { id: `req_${crypto.randomUUID().replaceAll('-', '')}`, now: house.clock.now() };
      const wanted = { companyId: company, file: localFile(file), defaults, columns, by };
      const { badRows, ...imported } = await importOptOuts(house, wanted, cause);
      return { ...imported, badRows: badRows.map((one) => ({ ...one, words: wordsFor(one.code) })) };
    }),
};

export const importCommands = { 'import-opt-outs': importFile };

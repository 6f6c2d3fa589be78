import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { dropName, type HandedIn } from '#domain/campaign/drop-name.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { checkFilePath } from '#domain/kernel/file-path.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { acceptDrop } from './accept-drop.ts';
import { checkDrop } from './check-drop.ts';
import { sayDrop } from './dropped-by.ts';
import type { House } from './house.ts';

/** A file for a campaign, as it comes. */
export type ToHandIn = Omit<HandedIn, 'stamp'> &
  Readonly<{
    companyId: string;
    campaignId: string;
    content: Readable;
    /** what its sender says that it is, lower-case hex */
    md5?: string | undefined;
    /** its messages go from then on, UTC ISO */
    startsAt?: string | undefined;
    /** staff, or a key */
    by: string;
    /** of the request: the same again is the same file */
    seed?: string | undefined;
  }>;

const stampOf = ({ clock }: House, { seed }: ToHandIn): string =>
  seed === undefined ? clock.realMs().toString(36) : createHash('sha256').update(seed).digest('hex').slice(0, 16);

/** The bytes as they are; before the last of them is through it is known who sent them, so that whoever hears of the file can tell. */
async function* hashed(content: Readable, atEnd: (md5: string) => Promise<void>): AsyncGenerator<Buffer> {
  const hash = createHash('md5');
  for await (const piece of content as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
  await atEnd(hash.digest('hex'));
}

/** Where a file that is handed in will lie; the house is asked first whether it takes it. Throws Refusals. */
export const placeOfHandedIn = async (house: House, file: Omit<ToHandIn, 'content'>, stamp: string) => {
  const { companyId, campaignId, full = false } = file;
  await checkDrop(house, { companyId, campaignId, full });
  if (file.name.includes('/')) throw new Refusal('file_path_invalid', 'the name of a file has no slash: name its source beside it');
  const fileName = dropName({ ...file, stamp });
  const path = `drops/${companyId}/${campaignId}/${fileName}`;
  checkFilePath(path);
  return { path, fileName };
};

/**
 * Takes a file as it comes and makes it a packet; the same content under the same name is the same packet. Throws Refusals: campaign_unknown,
 * list_not_possible, file_path_invalid, file_md5_differs; and what the content's stream throws. Then there is no file.
 */
export const handIn = async (house: House, file: ToHandIn, cause: Cause): Promise<Readonly<{ packetId: string }>> => {
  const { companyId, campaignId, content, md5, by, startsAt } = file;
  const { path, fileName } = await placeOfHandedIn(house, file, stampOf(house, file));
  const told = hashed(content, async (found) => {
    if (md5 !== undefined && md5 !== found)
      throw new Refusal('file_md5_differs', 'these are not the bytes of which you told the MD5: send the file again');
    await sayDrop(house, { companyId, campaignId, fileName, md5: found, by, startsAt });
  });
  await house.files.write(path, Readable.from(told, { objectMode: false }));
  const packetId = await acceptDrop(house, path, cause);
  // removed by somebody in the same moment
  if (packetId === undefined) throw new Refusal('file_gone', 'the file was removed while it came: send it again');
  return { packetId };
};

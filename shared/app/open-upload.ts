import { randomBytes } from 'node:crypto';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import type { Uploads } from '#ports/uploads.ts';
import { placeOfHandedIn, type ToHandIn } from './hand-in.ts';
import type { House } from './house.ts';
import {
  isUnderWay,
  openUploadsPath,
  sealUpload,
  uploadData,
  uploadPath,
  type OpenUploads,
  type UploadDocument,
} from './upload-document.ts';

/** Under way at once, of one company. */
export const mostOpenUploads = 50;
const tries = 5;

export type UploadWanted = Omit<ToHandIn, 'content' | 'seed'> &
  Readonly<{ bytes: number; contentType: string; /** of the page that will send it */ origin?: string | undefined }>;

export type OpenedUpload = Readonly<{
  uploadId: string;
  /** the right to write this file: for the sender alone */ url: string;
  document: UploadDocument;
}>;

/** Throws a Refusal where this house takes none. */
export const uploadsOf = ({ uploads }: House): Uploads => {
  if (uploads) return uploads;
  throw new Refusal('uploads_away', 'this house takes no uploads in pieces');
};

const stillOpen = async (house: House, companyId: string, ids: readonly string[]): Promise<readonly string[]> => {
  const found = await house.documents.getMany<UploadDocument>(ids.map((id) => uploadPath(companyId, id)));
  return ids.filter((_, n) => found[n] && isUnderWay(house, found[n].data));
};

/** Counted with those under way; `write` beside it. Throws a Refusal `uploads_too_many`. */
const countIn = async (
  house: House,
  { companyId, uploadId, write }: Readonly<{ companyId: string; uploadId: string; write: DocumentWrite }>,
) => {
  const path = openUploadsPath(companyId);
  for (let left = tries; ; left--) {
    const found = await house.documents.get<OpenUploads>(path);
    const open = await stillOpen(house, companyId, found?.data.ids ?? []);
    if (open.length >= mostOpenUploads)
      throw new Refusal('uploads_too_many', `${mostOpenUploads} uploads are under way: finish or cancel some of them first`);
    const data: OpenUploads = { ids: [...open, uploadId] };
    try {
      return await house.documents.write([write, { path, data, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }]);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

const checkBytes = (bytes: number): void => {
  if (bytes <= readingLimits.fileBytes) return;
  throw new Refusal('upload_too_large', `a file may have ${readingLimits.fileBytes / 1_000_000} MB: split it, or pack it as a zip`);
};

/**
 * Opens the way for a large file, which goes straight to where files are kept, and becomes a packet when it is whole. Throws Refusals:
 * campaign_unknown, list_not_possible, file_path_invalid, upload_too_large, uploads_too_many, uploads_away.
 */
export const openUpload = async (house: House, wanted: UploadWanted): Promise<OpenedUpload> => {
  const { companyId, campaignId, name, bytes, contentType, origin, md5, startsAt, by } = wanted;
  const uploads = uploadsOf(house);
  checkBytes(bytes);
  const { path } = await placeOfHandedIn(house, wanted, house.clock.realMs().toString(36));
  const uploadId = `upl_${idBody(randomBytes(16), 16)}`;
  const { url, expiresAt } = await uploads.open({ uploadId, path, bytes, contentType, origin });
  const openedAt = house.clock.now();
  const document: UploadDocument = {
    campaignId,
    bytes,
    ...(md5 === undefined ? {} : { md5 }),
    ...(startsAt === undefined ? {} : { startsAt }),
    openedAt,
    openedBy: by,
    endsAt: expiresAt,
    sealed: await sealUpload(house, companyId, { name, path, url }),
  };
  try {
    const write = { ...uploadData(uploadPath(companyId, uploadId), document), ifAbsent: true as const };
    await countIn(house, { companyId, uploadId, write });
  } catch (error) {
    await uploads.cancel(url).catch(() => undefined);
    throw error;
  }
  return { uploadId, url, document };
};

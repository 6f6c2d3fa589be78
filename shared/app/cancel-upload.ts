import { Refusal } from '#domain/kernel/refusal.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import { uploadsOf } from './open-upload.ts';
import { isUnderWay, openSealedUpload, ownUpload, uploadData, type UploadDocument } from './upload-document.ts';

/** What has come of it is thrown away. One that ended stays as it is. Throws Refusals: upload_unknown, upload_arrived. */
export const cancelUpload = async (
  house: House,
  { companyId, uploadId }: Readonly<{ companyId: string; uploadId: string }>,
  cause: Cause,
): Promise<void> => {
  const { path, data, version } = await ownUpload(house, { companyId, uploadId });
  if (data.packetId !== undefined) throw arrived();
  if (!isUnderWay(house, data)) return;
  const secrets = await openSealedUpload(house, companyId, data.sealed);
  const uploads = uploadsOf(house);
  if (secrets) {
    if ((await uploads.look(secrets.url, data.bytes)).state === 'whole') throw arrived();
    await uploads.cancel(secrets.url);
  }
  const after: UploadDocument = { ...data, canceledAt: cause.now };
  await house.documents.write([{ ...uploadData(path, after), ifVersion: version }]);
};

const arrived = (): Refusal => new Refusal('upload_arrived', 'the file is whole, and a packet: there is nothing left to cancel');

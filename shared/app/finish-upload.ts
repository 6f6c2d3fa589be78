import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';
import { uploadData, uploadOf, type UploadDocument } from './upload-document.ts';

const tries = 5;

/** The file of an upload became this packet: whoever asks for the upload is told. */
export const finishUpload = async (
  house: House,
  { companyId, uploadId, packetId }: Readonly<{ companyId: string; uploadId: string; packetId: string }>,
): Promise<void> => {
  for (let left = tries; ; left--) {
    const found = await uploadOf(house, companyId, uploadId);
    if (!found || found.data.packetId === packetId) return;
    const data: UploadDocument = { ...found.data, packetId };
    try {
      return await house.documents.write([{ ...uploadData(found.path, data), ifVersion: found.version }]);
    } catch (error) {
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

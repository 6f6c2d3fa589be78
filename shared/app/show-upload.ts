import { packetIdOf, parseDropPath } from './accept-drop.ts';
import { packetPath } from './packet-document.ts';
import { uploadsOf } from './open-upload.ts';
import type { House } from './house.ts';
import {
  isUnderWay,
  openSealedUpload,
  openUploadsPath,
  ownUpload,
  uploadPath,
  type OpenUploads,
  type UploadDocument,
  type UploadSecrets,
} from './upload-document.ts';

/** `arrived`: it is whole; its packet is known, or will be in a moment. */
export type ShownUpload = Omit<UploadDocument, 'sealed'> &
  Readonly<{
    uploadId: string;
    /** left out where the company's people were forgotten */
    name?: string;
    status: 'open' | 'arrived' | 'canceled' | 'expired';
    receivedBytes: number;
  }>;

type OfCompany = Readonly<{ companyId: string; uploadId: string }>;

type State = Pick<ShownUpload, 'status' | 'receivedBytes' | 'packetId'>;

/** What the file is that came, where nobody told of it: by itself it is no packet before the sweep has found it. */
const packetOf = async (house: House, path: string, uploadId: string): Promise<string | undefined> => {
  const drop = parseDropPath(path);
  const file = await house.files.stat(path);
  if (!drop || file?.uploadId !== uploadId) return undefined;
  const packetId = packetIdOf(drop, file.md5);
  return (await house.documents.get(packetPath(packetId))) ? packetId : undefined;
};

const stateOf = async (
  house: House,
  { uploadId, document, secrets }: Readonly<{ uploadId: string; document: UploadDocument; secrets: UploadSecrets | undefined }>,
): Promise<State> => {
  const { bytes, packetId, canceledAt } = document;
  if (packetId !== undefined) return { status: 'arrived', receivedBytes: bytes };
  if (canceledAt !== undefined) return { status: 'canceled', receivedBytes: 0 };
  if (!secrets || !isUnderWay(house, document)) return { status: 'expired', receivedBytes: 0 };
  const found = await uploadsOf(house).look(secrets.url, bytes);
  if (found.state === 'open') return { status: 'open', receivedBytes: found.receivedBytes };
  if (found.state === 'gone') return { status: 'expired', receivedBytes: 0 };
  const late = await packetOf(house, secrets.path, uploadId);
  return { status: 'arrived', receivedBytes: bytes, ...(late === undefined ? {} : { packetId: late }) };
};

/** Throws a Refusal `upload_unknown`. */
export const showUpload = async (house: House, asked: OfCompany): Promise<ShownUpload> => {
  const { data } = await ownUpload(house, asked);
  const { sealed, ...told } = data;
  const secrets = await openSealedUpload(house, asked.companyId, sealed);
  const state = await stateOf(house, { uploadId: asked.uploadId, document: data, secrets });
  return { uploadId: asked.uploadId, ...told, ...(secrets ? { name: secrets.name } : {}), ...state };
};

/** Uploads that were opened and are neither whole nor ended, the newest first. */
export const openUploadsOf = async (house: House, companyId: string): Promise<readonly ShownUpload[]> => {
  const ids = (await house.documents.get<OpenUploads>(openUploadsPath(companyId)))?.data.ids ?? [];
  const found = await house.documents.getMany<UploadDocument>(ids.map((id) => uploadPath(companyId, id)));
  const open = ids.filter((_, n) => found[n] && isUnderWay(house, found[n].data));
  return Promise.all(open.toReversed().map((uploadId) => showUpload(house, { companyId, uploadId })));
};

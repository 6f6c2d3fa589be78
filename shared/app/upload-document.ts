import { Refusal } from '#domain/kernel/refusal.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import type { House } from './house.ts';

/** A large file that is to come, or came, in pieces. */
export type UploadDocument = Readonly<{
  campaignId: string;
  bytes: number;
  /** as its sender announced it, lower-case hex */
  md5?: string;
  /** its messages go from then on, UTC ISO */
  startsAt?: string;
  openedAt: string;
  /** staff, or a key */
  openedBy: string;
  /** real time after which nothing of it is taken, UTC ISO */
  endsAt: string;
  /** its name, and the address that is the right to write it */
  sealed: string;
  canceledAt?: string;
  /** what became of it */
  packetId?: string;
}>;
export type UploadSecrets = Readonly<{ name: string; path: string; url: string }>;

/** Beside what is known of file names: they end together. */
export const uploadPath = (companyId: string, uploadId: string): string => `companies/${companyId}/fileNames/${uploadId}`;
/** Which uploads of the company are under way. */
export const openUploadsPath = (companyId: string): string => uploadPath(companyId, 'uploads');
export type OpenUploads = Readonly<{ ids: readonly string[] }>;

/** So long it is told what became of one. */
const toldMs = 30 * 86_400_000;

/** A document as it is written: its time to be forgotten is always the same. */
export const uploadData = (path: string, data: UploadDocument): DocumentWrite & { data: UploadDocument; expiresAt: string } => ({
  path,
  data,
  expiresAt: new Date(Date.parse(data.openedAt) + toldMs).toISOString(),
});

const scopeOf = (companyId: string): string => `uploads/${companyId}`;

export const sealUpload = async ({ vault }: House, companyId: string, secrets: UploadSecrets): Promise<string> => {
  const key = await vault.keyFor(scopeOf(companyId));
  if (!key) throw new Refusal('company_unknown', `the people of ${companyId} were forgotten`);
  return key.seal(Buffer.from(JSON.stringify(secrets))).toString('base64');
};

/** Undefined where the company's people were forgotten. */
export const openSealedUpload = async ({ vault }: House, companyId: string, sealed: string): Promise<UploadSecrets | undefined> => {
  const key = await vault.existingKey(scopeOf(companyId));
  return key && (JSON.parse(key.open(Buffer.from(sealed, 'base64')).toString()) as UploadSecrets);
};

export const isUnderWay = ({ clock }: House, { canceledAt, packetId, endsAt }: UploadDocument): boolean =>
  canceledAt === undefined && packetId === undefined && Date.parse(endsAt) > clock.realMs();

const uploadIdShape = /^upl_[a-z0-9]{1,32}$/;

/** An upload that somebody opened; undefined where the company knows none of that id. */
export const uploadOf = async ({ documents }: House, companyId: string, uploadId: string): Promise<Document<UploadDocument> | undefined> =>
  uploadIdShape.test(uploadId) ? documents.get<UploadDocument>(uploadPath(companyId, uploadId)) : undefined;

/** Throws a Refusal `upload_unknown`, also for one of another company. */
export const ownUpload = async (
  house: House,
  { companyId, uploadId }: Readonly<{ companyId: string; uploadId: string }>,
): Promise<Document<UploadDocument>> => {
  const found = await uploadOf(house, companyId, uploadId);
  if (found) return found;
  throw new Refusal('upload_unknown', `there is no upload ${uploadId}`);
};

import { createHash } from 'node:crypto';
import type { Definition } from '#domain/campaign/definition.ts';
import { fixedBy, isFullList, sourceOf } from '#domain/campaign/mapping.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { campaignId as campaignIdSchema, companyId as companyIdSchema, idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { packetStream } from '#domain/kernel/streams.ts';
import { packet } from '#domain/packet/packet.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import type { StoredFile } from '#ports/file-store.ts';
import { readCampaign } from './campaign-document.ts';
import { fileCameWrites } from './expect-files.ts';
import { countedName, droppedBy, namePath, type NameDocument, type Said } from './dropped-by.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { listedWrite } from './listed-packets.ts';
import { packetPath, type PacketDocument } from './packet-document.ts';
import { companyPath } from './register-company.ts';
import { besideOf, sideMd5 } from './side-md5.ts';
import { finishUpload } from './finish-upload.ts';
import { topics } from './topics.ts';
import { uploadOf, type UploadDocument } from './upload-document.ts';

export const dropsPrefix = 'drops/';

type Drop = Readonly<{ companyId: string; campaignId: string; fileName: string }>;

/** `drops/{companyId}/{campaignId}/{file}`; undefined for any other path. */
export const parseDropPath = (path: string): Drop | undefined => {
  const [drops, companyId, campaignId, ...rest] = path.split('/');
  const fileName = rest.join('/');
  const good = drops === 'drops' && companyIdSchema.safeParse(companyId).success && campaignIdSchema.safeParse(campaignId).success;
  return good && fileName !== '' && companyId !== undefined && campaignId !== undefined ? { companyId, campaignId, fileName } : undefined;
};

/** The same content under the same campaign and name is one packet, however often it is dropped. */
export const packetIdOf = ({ companyId, campaignId, fileName }: Drop, md5: string): string =>
  `pkt_${idBody(createHash('sha256').update(`${companyId}\n${campaignId}\n${fileName}\n${md5}`).digest())}`;

const unchanged = (found: Document | undefined) => (found ? { ifVersion: found.version } : { ifAbsent: true as const });

type Accepting = Readonly<{
  drop: Drop;
  file: StoredFile;
  /** that sends */
  definition: Definition | undefined;
  /** by which the file is loaded: nobody may have approved it yet */
  loading: Definition;
  /** by which it came */
  upload: UploadDocument | undefined;
}>;

/** What is known of whoever sent it: beside its upload, or under its name. */
const senderOf = (name: Document<NameDocument> | undefined, { file, upload }: Accepting): Omit<Said, 'md5'> | undefined =>
  upload ? { by: upload.openedBy, ...(upload.startsAt === undefined ? {} : { startsAt: upload.startsAt }) } : droppedBy(name, file.md5);

const accept = async (house: House, accepting: Accepting, cause: Cause): Promise<string> => {
  const { drop, file, definition, loading } = accepting;
  const packetId = packetIdOf(drop, file.md5);
  const { companyId, campaignId, fileName } = drop;
  const nameAt = namePath(house, drop);
  const name = await house.documents.get<NameDocument>(nameAt);
  const version = (name?.data.versions ?? 0) + 1;
  const known = await house.documents.get<PacketDocument>(packetPath(packetId));
  // the same content goes on where it stood
  const progress: Omit<PacketDocument, 'status'> = known?.data ?? { companyId, campaignId, offset: 0, rows: 0, chunks: 0, nextRow: 2 };
  const { bytes, md5, generation, path } = file;
  const fixes = fixedBy(fileName);
  // rows that stand in the log have spoken already: their packet grows no newer
  const order = progress.chunks > 0 ? (progress.order ?? generation) : generation;
  // a file of corrected rows is never all that there is
  const isFull = fixes === undefined && loading.join === undefined && (loading.packets === 'full' || isFullList(fileName));
  const said = senderOf(name, accepting);
  const { by: acceptedBy, startsAt = progress.startsAt } = said ?? {};
  const starting = startsAt === undefined ? {} : { startsAt };
  const about = { acceptedBy, ...starting, ...(fixes === undefined ? {} : { fixes }), ...(isFull ? { list: 'full' as const } : {}) };
  const document: PacketDocument = {
    ...progress,
    status: 'accepted',
    order,
    ...starting,
    ...(isFull ? { list: 'full', source: sourceOf(fileName) } : {}),
  };
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: { type: 'AcceptPacket', data: { ...about, packetId, campaignId, md5, bytes, generation, version, path, fileName } },
    cause,
    documents: (state) => [
      { path: packetPath(packetId), data: document, dueAt: cause.now, ...unchanged(known) },
      ...(state.status === 'accepted' && state.version === version
        ? [{ path: nameAt, data: countedName(name, version, droppedBy(name, file.md5)), ...unchanged(name) }]
        : []),
      listedWrite({ companyId, campaignId, packetId }, cause.now),
      ...fileCameWrites(campaignId, definition, cause.now),
    ],
  });
  await house.bus.publish(topics.packet, [{ data: { packetId }, key: packetId }]);
  return packetId;
};

type Refused = Readonly<{ drop: Drop; md5: string; code: string; message: string }>;

/** A drop that can't be taken fails as a packet, so that the sender sees why nothing is sent. What is loaded already stays loaded. */
const refuse = async (house: House, { drop, md5, code, message }: Refused, cause: Cause): Promise<string> => {
  const packetId = packetIdOf(drop, md5);
  const { companyId, campaignId } = drop;
  const known = await house.documents.get<PacketDocument>(packetPath(packetId));
  if (known && known.data.status !== 'failed') return packetId;
  const document: PacketDocument = known?.data ?? { companyId, campaignId, status: 'failed', offset: 0, rows: 0, chunks: 0, nextRow: 2 };
  await handle(house.store, packet, {
    stream: packetStream(packetId),
    companyId,
    command: { type: 'FailPacket', data: { packetId, campaignId, code, rows: document.rows, message } },
    cause,
    documents: () => [
      { path: packetPath(packetId), data: document, ...unchanged(known) },
      listedWrite({ companyId, campaignId, packetId }, cause.now),
    ],
  });
  return packetId;
};

const unknownCampaign = (drop: Drop, md5: string): Refused => ({
  drop,
  md5,
  code: 'campaign_unknown',
  message: `there is no campaign ${drop.campaignId} of ${drop.companyId}, in whose folder "${drop.fileName.slice(0, 200)}" was put: see "carillon status" for its campaigns, then drop the file into the folder of one of them`,
});

const otherMd5 = (drop: Drop, md5: string, said: string): Refused => ({
  drop,
  md5,
  code: 'file_md5_differs',
  message: `The file is not the one that its sender sent: its MD5 is ${md5}, and the sender says ${said}. Send it again, and the file that ends in .md5 before it.`,
});

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB (${bytes} bytes)`;

/** Why a file that came by an upload is none that was announced. */
const otherThanAnnounced = (drop: Drop, { md5, bytes }: StoredFile, upload: UploadDocument): Refused | undefined => {
  if (upload.md5 !== undefined && upload.md5 !== md5) return otherMd5(drop, md5, upload.md5);
  if (upload.bytes === bytes) return undefined;
  const message = `The upload was opened for ${megabytes(upload.bytes)}, and ${megabytes(bytes)} came. Open another one with the size of the file.`;
  return { drop, md5, code: 'upload_bytes_differ', message };
};

const tries = 5;

type Dropped = Readonly<{ drop: Drop; file: StoredFile; upload: UploadDocument | undefined }>;

const acceptFile = async (house: House, { drop, file, upload }: Dropped, cause: Cause): Promise<string> => {
  const campaign = await readCampaign(house.documents, drop.campaignId);
  if (campaign?.companyId !== drop.companyId) return refuse(house, unknownCampaign(drop, file.md5), cause);
  const said = await sideMd5(house.files, file);
  if (said !== undefined && said !== file.md5) return refuse(house, otherMd5(drop, file.md5, said), cause);
  const other = upload && otherThanAnnounced(drop, file, upload);
  if (other) return refuse(house, other, cause);
  for (let left = tries; ; left--) {
    try {
      const { approved, definition } = campaign.campaign;
      const loading = (approved ?? { definition }).definition;
      return await accept(house, { drop, file, definition: approved?.definition, loading, upload }, cause);
    } catch (error) {
      // another drop under this name was counted meanwhile
      if (!(error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

/**
 * A file was dropped: makes it a packet and sends it on to be loaded. Returns the packet's id, undefined when the file is gone again.
 * A side file that gives an MD5 is no packet: the file beside it is looked at.
 * Throws a Refusal for a path that belongs to no company.
 */
export const acceptDrop = async (house: House, path: string, cause: Cause): Promise<string | undefined> => {
  const beside = besideOf(path);
  if (beside !== undefined) return acceptDrop(house, beside, cause);
  const drop = parseDropPath(path);
  if (!drop)
    throw new Refusal(
      'drop_path_invalid',
      'a drop belongs under drops/{companyId}/{campaignId}/, with ids as "carillon status" shows them',
    );
  const file = await house.files.stat(path);
  if (!file) return undefined;
  if (!(await house.documents.get(companyPath(drop.companyId)))) {
    throw new Refusal('company_unknown', `there is no company ${drop.companyId}: see "carillon status" for the ones there are`);
  }
  const { uploadId } = file;
  const upload = uploadId === undefined ? undefined : (await uploadOf(house, drop.companyId, uploadId))?.data;
  const packetId = await acceptFile(house, { drop, file, upload }, cause);
  if (upload && uploadId !== undefined) await finishUpload(house, { companyId: drop.companyId, uploadId, packetId });
  return packetId;
};

import { campaignErrors } from '../campaigns/campaign-errors.ts';
import { fileErrors, previewErrors } from '../campaigns/preview-schemas.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import type { Resource } from '../resource.ts';
import { confirmPacket } from './confirm-packet.ts';
import { downloadFailures } from './download-failures.ts';
import { getPacket } from './get-packet.ts';
import { listFailures } from './list-failures.ts';
import { listPackets } from './list-packets.ts';
import { listUnloadedFiles } from './list-unloaded-files.ts';
import { openUpload } from './open-upload.ts';
import { cancelUpload, getUpload, listUploads } from './uploads.ts';
import { previewPacket } from './preview-packet.ts';
import { runPacketStage } from './run-packet-stage.ts';
import { uploadFixes } from './upload-fixes.ts';
import { uploadPacket } from './upload-packet.ts';

export const packets: Resource = {
  name: 'Packets',
  description: "A file attached to a campaign, or a list that was used by one: its rows become the campaign's messages.",
  operations: [
    uploadPacket,
    openUpload,
    listUploads,
    getUpload,
    cancelUpload,
    listPackets,
    getPacket,
    previewPacket,
    listFailures,
    downloadFailures,
    uploadFixes,
    runPacketStage,
    confirmPacket,
    listUnloadedFiles,
  ],
  errors: {
    ...borrowedErrors(campaignErrors, 'campaign_unknown', ...fileErrors, ...previewErrors),
    packet_unknown: { status: 404, title: 'There is no such packet', words: 'No packet of this company has this id.' },
    packet_not_readable: {
      status: 409,
      title: 'Its rows can not be shown',
      words: 'It is still being read, or its people were forgotten. Ask again in a moment.',
    },
    packet_not_held: { status: 409, title: 'The packet waits for nobody', words: 'Only a full list whose status is "held" is confirmed.' },
    packet_without_file: {
      status: 409,
      title: 'The packet has no file',
      words: 'Its rows came by a request, or nothing is known of its file any more: send them again.',
    },
    list_not_possible: {
      status: 409,
      title: 'This campaign takes no full lists',
      words: 'Full lists need an appointment date among the fields of the campaign, and no "join". Upload the file without `full`.',
    },
    file_path_invalid: {
      status: 400,
      title: 'The file can not have this name',
      words: 'A name has up to 200 characters, no slash or backslash, and does not begin with a dot: rename the file.',
    },
    file_md5_differs: {
      status: 400,
      title: 'The bytes are not the ones that you meant',
      words: 'Their MD5 is another one than Content-MD5 says. Nothing was kept: send the file again.',
    },
    content_md5_invalid: {
      status: 400,
      title: 'Content-MD5 can not be read',
      words: 'It is the MD5 of the body, 16 bytes as Base64 (RFC 1864), not as hex.',
    },
    upload_unknown: { status: 404, title: 'There is no such upload', words: 'No upload of this campaign has this id, or it was long ago.' },
    upload_too_large: {
      status: 413,
      title: 'The file is too large',
      words: 'A file may have 2,000 MB: split it, or pack it as a zip.',
    },
    uploads_too_many: {
      status: 409,
      title: 'Too many uploads are under way',
      words: 'A company may have 50 at once: finish some, or cancel them with DELETE.',
    },
    uploads_away: {
      status: 409,
      title: 'This house takes no uploads in pieces',
      words: 'Send files of up to 32 MB directly, or ask whoever runs the house.',
    },
    upload_arrived: { status: 409, title: 'The upload is whole', words: 'Its file is a packet already: there is nothing left to cancel.' },
    file_gone: { status: 409, title: 'The file is gone', words: 'It was removed in the moment it came: send it again.' },
  },
};

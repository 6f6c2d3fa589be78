import { campaignErrors } from '../campaigns/campaign-errors.ts';
import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { fileErrors } from '../campaigns/preview-schemas.ts';
import { packets } from '../packets/packets.ts';
import type { Resource } from '../resource.ts';
import { getMapping, listMappings, putMapping, removeMapping } from './keep-mapping.ts';
import { proposeMapping, proposePacketMapping } from './propose-mapping.ts';

export const mappings: Resource = {
  name: 'Columns of files',
  description:
    'Which column of the files of a source is which field of a campaign: proposed from a file, kept once, and used for every file after it.',
  operations: [proposeMapping, proposePacketMapping, listMappings, getMapping, putMapping, removeMapping],
  errors: {
    ...borrowedErrors(campaignErrors, 'campaign_unknown', 'campaign_archived', 'file_empty', 'header_unreadable', ...fileErrors),
    ...borrowedErrors(packets.errors, 'packet_unknown', 'packet_without_file'),
    mapping_unknown: {
      status: 404,
      title: 'No columns are kept for this source',
      words: "Files of it are read by the campaign's own names. Keep others with PUT.",
    },
    too_many_sources: {
      status: 409,
      title: 'The campaign has mappings of 50 sources',
      words: 'Map one of them anew, or make another campaign.',
    },
  },
};

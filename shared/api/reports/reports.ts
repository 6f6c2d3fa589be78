import { borrowedErrors } from '../conventions/borrowed-errors.ts';
import { messages } from '../messages/messages.ts';
import { packets } from '../packets/packets.ts';
import type { Resource } from '../resource.ts';
import { downloadReport } from './download-report.ts';
import { getReport } from './get-report.ts';

export const reports: Resource = {
  name: 'Reports',
  description: 'What became of everything: by campaign and dates, or by dates alone.',
  operations: [getReport, downloadReport],
  errors: {
    ...borrowedErrors(messages.errors, 'campaign_unknown'),
    ...borrowedErrors(packets.errors, 'packet_unknown'),
    report_unknown: { status: 404, title: 'There is no such report', words: 'There are campaigns, days, packets, outcomes and failures.' },
    dates_invalid: { status: 400, title: 'These days make no stretch', words: '"from" comes before "to", by ten years at most.' },
  },
};

import { Readable } from 'node:stream';
import { campaignIdOf } from '#app/campaign-document.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { handIn } from '#app/hand-in.ts';
import { openUpload } from '#app/open-upload.ts';
import { loadPacket } from '#app/load-packet.ts';
import { remind } from '../../support/house-steps.ts';
import type { Samples } from './sample.ts';

const csv = (phones: readonly string[]): string => ['id,name,phone', ...phones.map((phone, n) => `P${n},Ana,${phone}`), ''].join('\n');
const visits = (n: number): string =>
  ['id,name,phone,date,time', ...Array.from({ length: n }, (_, at) => `V${at},Ana,+1208555010${at},2027-01-0${at + 1},10:00`), ''].join(
    '\n',
  );

export const packetSamples: Samples = async ({ companyId, campaignId, house }) => {
  let causes = 0;
  const cause = () => ({ id: `req_samplepacket${(causes += 1)}`, now: house.clock.now() });
  const put = async (to: string, name: string, text: string, full = false): Promise<string> => {
    const content = Readable.from([Buffer.from(text)]);
    const file = { companyId, campaignId: to, name, content, full, by: 'key_sample' };
    const { packetId } = await handIn(house, file, cause());
    await loadPacket(house, packetId, cause());
    return packetId;
  };
  const id = await put(campaignId, 'sample.csv', csv(['+12085550123', '12']));
  const dated = campaignIdOf(companyId, 'Full lists');
  await changeCampaign(
    house,
    companyId,
    { type: 'PutCampaign', data: { campaignId: dated, definition: { ...remind, name: 'Full lists' } } },
    cause(),
  );
  for (const [n, rows] of [5, 1].entries()) await loadPacket(house, await put(dated, `full${n}.csv`, visits(rows), true), cause());
  const held = await put(dated, 'again.csv', visits(1), true);
  await loadPacket(house, held, cause());
  const path = { id };
  const opened = async (name: string): Promise<string> =>
    (await openUpload(house, { companyId, campaignId, name, bytes: 1_000, contentType: 'text/csv', by: 'key_sample' })).uploadId;
  const body = csv(['+12085550124']);
  return {
    uploadPacket: { path: { id: campaignId }, query: { name: 'people.csv', source: 'eaglesoft' }, body },
    uploadFixes: { path, query: { name: 'mended.csv' }, body },
    openUpload: {
      path: { id: campaignId },
      body: { name: 'year.csv', bytes: 100_000_000, content_type: 'text/csv', corrects: id },
      alone: 409,
    },
    listUploads: { path: { id: campaignId } },
    getUpload: { path: { id: campaignId, upload: await opened('one.csv') } },
    cancelUpload: { path: { id: campaignId, upload: await opened('two.csv') } },
    listPackets: {},
    getPacket: { path },
    previewPacket: { path, query: { first: '2' } },
    listFailures: { path },
    downloadFailures: { path },
    runPacketStage: { path: { ...path, stage: 'queued' } },
    confirmPacket: { path: { id: held } },
    listUnloadedFiles: {},
  };
};

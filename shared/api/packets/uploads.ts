import { z } from '@hono/zod-openapi';
import { cancelUpload as cancelTheUpload } from '#app/cancel-upload.ts';
import { campaignOf } from '#app/change-campaign.ts';
import { openUploadsOf, showUpload, type ShownUpload } from '#app/show-upload.ts';
import { ownUpload } from '#app/upload-document.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { operation, type Call } from '../operation.ts';
import { upload, uploadExample, uploadIdText, uploadJson } from './upload-schema.ts';

const ofCampaign = z.object({ id: campaignIdText });
const params = z.object({ id: campaignIdText, upload: uploadIdText });
type Asked = Pick<Call<z.output<typeof params>>, 'house' | 'caller' | 'path'>;

const uploadOfCampaign = async ({ house, caller: { companyId }, path: { id, upload: uploadId } }: Asked): Promise<ShownUpload> => {
  const { data } = await ownUpload(house, { companyId, uploadId });
  if (data.campaignId !== id) throw new Refusal('upload_unknown', `this campaign has no upload ${uploadId}`);
  return showUpload(house, { companyId, uploadId });
};

const example = { path: { id: 'cmp_reminder', upload: 'upl_h7k2m9qxw3npr5tz' } };

export const listUploads = operation({
  id: 'listUploads',
  method: 'get',
  path: '/v1/campaigns/{id}/uploads',
  summary: 'Uploads that are under way',
  description:
    'Those that were opened for this campaign and are not whole yet, the newest first, 50 of a company at most. Their addresses are shown once, when they are opened.',
  scope: 'packets:read',
  params: ofCampaign,
  answers: {
    200: {
      description: 'The uploads',
      schema: z.object({ object: z.literal('list'), data: z.array(upload), has_more: z.boolean(), url: z.string() }).openapi('UploadList'),
    },
  },
  errors: ['campaign_unknown'],
  example: {
    path: { id: 'cmp_reminder' },
    answer: { object: 'list', data: [uploadExample], has_more: false, url: '/v1/campaigns/cmp_reminder/uploads' },
  },
  run: async ({ house, caller: { companyId }, path: { id }, origin }) => {
    await campaignOf(house, companyId, id);
    const all = await openUploadsOf(house, companyId);
    const data = all.filter(({ campaignId, status }) => campaignId === id && status === 'open').map((one) => uploadJson(one, origin));
    return { status: 200, body: { object: 'list', data, has_more: false, url: `/v1/campaigns/${id}/uploads` } };
  },
});

export const getUpload = operation({
  id: 'getUpload',
  method: 'get',
  path: '/v1/campaigns/{id}/uploads/{upload}',
  summary: 'How far an upload is, and which packet it became',
  description: 'Known for 30 days. Once `packet` is there, `GET /v1/packets/{id}` tells the rest: also where the file is refused, and why.',
  scope: 'packets:read',
  params,
  answers: { 200: { description: 'The upload', schema: upload } },
  errors: ['upload_unknown'],
  example: { ...example, answer: { ...uploadExample, status: 'arrived', received_bytes: 480_000_000, packet: 'pkt_h7k2m9qxw3np' } },
  run: async ({ house, caller, path, origin }) => ({
    status: 200,
    body: uploadJson(await uploadOfCampaign({ house, caller, path }), origin),
  }),
});

export const cancelUpload = operation({
  id: 'cancelUpload',
  method: 'delete',
  path: '/v1/campaigns/{id}/uploads/{upload}',
  summary: 'Cancel an upload that is not whole',
  description: 'What has come of it is thrown away, and its address takes nothing more.',
  scope: 'packets:write',
  params,
  answers: { 200: { description: 'The upload as it is now', schema: upload } },
  errors: ['upload_unknown', 'upload_arrived', 'busy'],
  example: { ...example, answer: { ...uploadExample, status: 'canceled' } },
  run: async ({ house, caller, path, cause, origin }) => {
    await uploadOfCampaign({ house, caller, path });
    await cancelTheUpload(house, { companyId: caller.companyId, uploadId: path.upload }, cause);
    return { status: 200, body: uploadJson(await uploadOfCampaign({ house, caller, path }), origin) };
  },
});

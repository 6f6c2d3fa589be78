import { z } from '@hono/zod-openapi';
import { campaignOf, changeCampaign } from '#app/change-campaign.ts';
import type { Mapping } from '#domain/campaign/mapping.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { Problem } from '../conventions/problem.ts';
import { operation, type Call } from '../operation.ts';
import { fields, mapping, mappingJson, sourceText } from './mapping-schemas.ts';

const ofCampaign = z.object({ id: campaignIdText });
const params = z.object({ id: campaignIdText, source: sourceText });
type Asked = Pick<Call<Readonly<{ id: string }>>, 'house' | 'caller' | 'path'>;

/** One without a field is none. */
const mappingsOf = async ({ house, caller: { companyId }, path: { id } }: Asked): Promise<Readonly<Record<string, Mapping>>> => {
  const { mappings = {} } = (await campaignOf(house, companyId, id)).campaign;
  return Object.fromEntries(Object.entries(mappings).filter(([, known]) => Object.keys(known).length > 0));
};

const example = { id: 'cmp_reminder', source: 'eaglesoft' };
const exampleFields = { phone: 'Cell Phone', firstName: 'Pt First' };
const exampleAnswer = { object: 'mapping', campaign: 'cmp_reminder', source: 'eaglesoft', fields: exampleFields };

export const listMappings = operation({
  id: 'listMappings',
  method: 'get',
  path: '/v1/campaigns/{id}/mappings',
  summary: 'The columns that are kept for a campaign',
  description: 'One mapping for each source of files that has names of its own, by source. Up to 50.',
  scope: 'campaigns:read',
  params: ofCampaign,
  answers: {
    200: {
      description: 'The mappings',
      schema: z
        .object({ object: z.literal('list'), data: z.array(mapping), has_more: z.boolean(), url: z.string() })
        .openapi('MappingList'),
    },
  },
  errors: ['campaign_unknown'],
  example: {
    path: { id: 'cmp_reminder' },
    answer: { object: 'list', data: [exampleAnswer], has_more: false, url: '/v1/campaigns/cmp_reminder/mappings' },
  },
  run: async (call) => {
    const all = Object.entries(await mappingsOf(call)).sort(([one], [other]) => (one < other ? -1 : 1));
    const data = all.map(([source, known]) => mappingJson(call.path.id, source, known));
    return { status: 200, body: { object: 'list', data, has_more: false, url: `/v1/campaigns/${call.path.id}/mappings` } };
  },
});

export const getMapping = operation({
  id: 'getMapping',
  method: 'get',
  path: '/v1/campaigns/{id}/mappings/{source}',
  summary: 'The columns that are kept for one source',
  scope: 'campaigns:read',
  params,
  answers: { 200: { description: 'The mapping', schema: mapping, headers: { ETag: 'of what is kept, for If-Match' } } },
  errors: ['campaign_unknown', 'mapping_unknown'],
  example: { path: example, answer: exampleAnswer },
  run: async (call) => {
    const { id, source } = call.path;
    const known = (await mappingsOf(call))[source];
    if (!known) throw new Problem('mapping_unknown');
    return { status: 200, body: mappingJson(id, source, known), headers: { etag: etagOf(known) } };
  },
});

const keep = async (call: Call<z.output<typeof params>>, given: Mapping): Promise<void> => {
  const { house, caller, path, cause, headers } = call;
  const { id: campaignId, source } = path;
  const known = (await mappingsOf({ house, caller, path }))[source] ?? {};
  if (headers['if-match'] !== undefined) checkMatch(headers, etagOf(known));
  await changeCampaign(house, caller.companyId, { type: 'MapColumns', data: { campaignId, source, fields: given } }, cause);
};

export const putMapping = operation({
  id: 'putMapping',
  method: 'put',
  path: '/v1/campaigns/{id}/mappings/{source}',
  summary: 'Keep the columns of a source for a campaign',
  description:
    "Files of this source are read by these columns from now on; fields that are not named keep the column that the campaign names. Rows that were loaded stay as they are. With `If-Match` nobody else's change is overwritten.",
  scope: 'campaigns:write',
  params,
  body: z.strictObject({ fields }),
  answers: { 200: { description: 'The mapping', schema: mapping, headers: { ETag: 'of what is kept, for If-Match' } } },
  errors: ['campaign_unknown', 'campaign_archived', 'too_many_sources', 'version_moved', 'busy'],
  example: { path: example, body: { fields: exampleFields }, answer: exampleAnswer },
  run: async (call) => {
    await keep(call, call.body.fields);
    const { id, source } = call.path;
    return { status: 200, body: mappingJson(id, source, call.body.fields), headers: { etag: etagOf(call.body.fields) } };
  },
});

export const removeMapping = operation({
  id: 'removeMapping',
  method: 'delete',
  path: '/v1/campaigns/{id}/mappings/{source}',
  summary: 'Keep no columns for a source any more',
  description: "Its files are read by the campaign's own names again.",
  scope: 'campaigns:write',
  params,
  answers: { 200: { description: 'Nothing is kept', schema: mapping } },
  errors: ['campaign_unknown', 'campaign_archived', 'mapping_unknown', 'version_moved', 'busy'],
  example: { path: example, answer: { ...exampleAnswer, fields: {} } },
  run: async (call) => {
    const { id, source } = call.path;
    if (!(await mappingsOf(call))[source]) throw new Problem('mapping_unknown');
    await keep(call, {});
    return { status: 200, body: mappingJson(id, source, {}) };
  },
});

import { z } from '@hono/zod-openapi';
import { campaignQuestions, type CampaignQuestion } from '#app/campaign-questions.ts';
import { snakeCase } from '../conventions/snake-case.ts';
import { operation } from '../operation.ts';
import { campaignParams } from './campaign-json.ts';

const words: Readonly<Record<CampaignQuestion['kind'], string>> = {
  version_not_approved: 'The newest version was not approved: look at it, and approve it.',
  not_activated: 'A version was approved, and the campaign is not active: activate it.',
  paused: 'Somebody paused it: resume it.',
  company_halted: 'Somebody has stopped everything that the company sends: lift that.',
  list_held: 'A full list lacks so many that the list before had, that a person has to look at it: release or discard its packet.',
  messages_held: 'Messages wait for a setting, a provider or a decision: `why` says which.',
};

const question = z
  .object({
    kind: z.enum(Object.keys(words) as [CampaignQuestion['kind'], ...CampaignQuestion['kind'][]]),
    detail: z.string(),
    version: z.int().optional(),
    approved_version: z.int().optional(),
    by: z.string().optional(),
    since: z.iso.datetime().optional(),
    packet: z.string().optional(),
    vanished: z.int().optional(),
    relisted: z.int().optional(),
    why: z.enum(['route', 'carrier', 'registration', 'doubt']).optional(),
    messages: z.int().optional(),
  })
  .openapi('CampaignQuestion');

const questionJson = (one: CampaignQuestion) => {
  const detail = words[one.kind];
  if (one.kind !== 'list_held') return { ...(snakeCase(one) as object), detail };
  const { packetId, ...rest } = one;
  return { ...rest, packet: packetId, detail };
};

export const listCampaignQuestions = operation({
  id: 'listCampaignQuestions',
  method: 'get',
  path: '/v1/campaigns/{id}/questions',
  summary: 'What of a campaign waits for a person',
  description:
    'And not for its time: a version that nobody has approved, a list that was held, messages that have no way. Empty: nobody has to do anything.',
  scope: 'campaigns:read',
  params: campaignParams,
  answers: {
    200: {
      description: 'All of them',
      schema: z
        .object({ object: z.literal('list'), data: z.array(question), has_more: z.literal(false), url: z.string() })
        .openapi('CampaignQuestionList'),
    },
  },
  errors: ['campaign_unknown'],
  example: {
    path: { id: 'cmp_h7k2m9qxw3' },
    answer: {
      object: 'list',
      data: [{ kind: 'version_not_approved', detail: words.version_not_approved, version: 2, approved_version: 1 }],
      has_more: false,
      url: '/v1/campaigns/cmp_h7k2m9qxw3/questions',
    },
  },
  run: async ({ house, caller: { companyId }, path: { id } }) => {
    const questions = await campaignQuestions(house, { companyId, campaignId: id });
    return {
      status: 200,
      body: { object: 'list', data: questions.map(questionJson), has_more: false, url: `/v1/campaigns/${id}/questions` },
    };
  },
});

import { z } from '@hono/zod-openapi';
import { readTeamList } from '#app/read-team-list.ts';
import { setTeamList } from '#app/set-team-list.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { contacts, exampleList, teamList } from './list-schemas.ts';

const shown = (list: readonly string[]) => ({ object: 'team_list', contacts: list });

export const putTeamList = operation({
  id: 'putTeamList',
  method: 'put',
  path: '/v1/team_list',
  summary: 'Say whom team keys may reach',
  description: 'A team key sends for real, to these people alone: whatever else it is told to reach is refused, whole.',
  scope: 'team_list:write',
  of: 'account',
  body: z.strictObject({ contacts }),
  needsIfMatch: true,
  answers: { 200: { description: 'The list, as it is kept', schema: teamList, headers: { ETag: 'its new state' } } },
  errors: ['team_contact_invalid'],
  example: { body: { contacts: [...exampleList.contacts] }, answer: exampleList },
  run: async ({ house, caller: { companyId, by }, body, headers, cause }) => {
    checkMatch(headers, etagOf(shown(await readTeamList(house, companyId))));
    const list = shown(await setTeamList(house, { companyId, contacts: body.contacts, by }, cause));
    return { status: 200, body: list, headers: { etag: etagOf(list) } };
  },
});

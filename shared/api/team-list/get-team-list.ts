import { readTeamList } from '#app/read-team-list.ts';
import { etagOf } from '../conventions/etag.ts';
import { subjectOf } from '../conventions/note-access.ts';
import { operation } from '../operation.ts';
import { exampleList, teamList } from './list-schemas.ts';

export const getTeamList = operation({
  id: 'getTeamList',
  method: 'get',
  path: '/v1/team_list',
  summary: 'Whom team keys may reach',
  scope: 'team_list:read',
  of: 'account',
  looksAt: 'person',
  keptAs: (body, call) => {
    const { contacts } = body as { contacts: readonly string[] };
    return { people: contacts.length, contacts: contacts.map((contact) => subjectOf(call, call.caller, contact)) };
  },
  answers: { 200: { description: 'The list', schema: teamList, headers: { ETag: 'the state that was read' } } },
  example: { answer: exampleList },
  run: async ({ house, caller: { companyId } }) => {
    const body = { object: 'team_list', contacts: await readTeamList(house, companyId) };
    return { status: 200, body, headers: { etag: etagOf(body) } };
  },
});

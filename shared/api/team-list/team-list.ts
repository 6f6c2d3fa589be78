import type { Resource } from '../resource.ts';
import { getTeamList } from './get-team-list.ts';
import { putTeamList } from './put-team-list.ts';

export const teamList: Resource = {
  name: 'Team list',
  description: 'Phones and addresses of your own people: team keys send to these for real, and to nobody else.',
  operations: [getTeamList, putTeamList],
  errors: {
    team_contact_invalid: {
      status: 400,
      title: 'That reaches nobody',
      words: 'An entry is neither a phone number that can be texted nor an e-mail address.',
    },
  },
};

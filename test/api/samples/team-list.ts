import type { Samples } from './sample.ts';

export const teamListSamples: Samples = async () => ({
  getTeamList: {},
  putTeamList: { body: { contacts: ['+12085550123', 'ana@hillside.example'] } },
});

import type { Definition } from '#domain/campaign/definition.ts';
import { fallbackEntries } from '#domain/campaign/fallback-entries.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import { requestTable, type RequestRow } from '#domain/message/request-table.ts';
import type { House } from './house.ts';
import { teamFingerprint, teamPath, type TeamDocument } from './read-team-list.ts';

/** Every way that a message of the campaign, or one that follows it, may take. */
const waysOf = ({ channels, region: wide, fields }: Definition) =>
  channels
    .flatMap((entry) => [entry, ...fallbackEntries(entry)])
    .map(({ channel, region = wide }) => ({ channel, region, column: fields[channelFacts[channel].field] ?? channelFacts[channel].field }));

export type Asked = Readonly<{ companyId: string; definition: Definition; rows: readonly RequestRow[] }>;

/** Places (from 0) of the rows that would reach somebody who is not on the team's list. What is no contact point reaches nobody. */
export const beyondTeamList = async (house: House, { companyId, definition, rows }: Asked): Promise<readonly number[]> => {
  const allowed = new Set((await house.documents.get<TeamDocument>(teamPath(companyId)))?.data.contacts);
  const { header, rows: table } = requestTable(definition, rows);
  const ways = waysOf(definition).map((way) => ({ ...way, place: header.indexOf(way.column) }));
  const isBeyond = (cells: readonly string[]): boolean =>
    ways.some(({ channel, region, place }) => {
      const contact = readContactPoint(channel, cells[place] ?? '', region);
      return 'to' in contact && !allowed.has(teamFingerprint(house, companyId, contact.to));
    });
  return table.flatMap((cells, n) => (isBeyond(cells) ? [n] : []));
};

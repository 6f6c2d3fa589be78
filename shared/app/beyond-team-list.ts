import type { Definition } from '#domain/campaign/definition.ts';
import { fallbackEntries } from '#domain/campaign/fallback-entries.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import { bindColumns, fieldsOf } from '#domain/message/columns.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import { requestTable, type RequestRow } from '#domain/message/request-table.ts';
import type { House } from './house.ts';
import { teamFingerprint, teamPath, type TeamDocument } from './read-team-list.ts';

/** Every way that a message of the campaign, or one that follows it, may take. */
const waysOf = ({ channels, region: wide }: Definition) =>
  channels.flatMap((entry) => [entry, ...fallbackEntries(entry)]).map(({ channel, region = wide }) => ({ channel, region }));

export type Asked = Readonly<{ companyId: string; definition: Definition; rows: readonly RequestRow[] }>;

/**
 * Places (from 0) of the rows that would reach somebody who is not on the team's list. Cells are read as sending reads them, mended and filtered:
 * what looks like nobody's number may become one. What is no contact point then reaches nobody.
 */
export const beyondTeamList = async (house: House, { companyId, definition, rows }: Asked): Promise<readonly number[]> => {
  const allowed = new Set((await house.documents.get<TeamDocument>(teamPath(companyId)))?.data.contacts);
  const { header, rows: table } = requestTable(definition, rows);
  const bound = bindColumns(definition, header);
  if (bound.kind === 'unbound') return table.map((_, n) => n);
  const ways = waysOf(definition);
  const isBeyond = (cells: readonly string[]): boolean => {
    const fields = fieldsOf(bound.binding, cells);
    return ways.some(({ channel, region }) => {
      const contact = readContactPoint(channel, fields[channelFacts[channel].field] ?? '', region);
      return 'to' in contact && !allowed.has(teamFingerprint(house, companyId, contact.to));
    });
  };
  return table.flatMap((cells, n) => (isBeyond(cells) ? [n] : []));
};

import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { linksFor, type LinkTo } from '#domain/campaign/page-links.ts';
import { messagesIn, placeKeyOf } from '#domain/delivery/chunk-messages.ts';
import { parseMessageId, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { linkNamesIn } from '#domain/message/links-of.ts';
import { messageTemplate } from '#domain/message/message-template.ts';
import { readFields, readTouch } from '#domain/message/read-row.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import type { House } from './house.ts';
import { bindPacket } from './packet-header.ts';
import { pageUrl } from './page-url.ts';
import { rowOf } from './row-of.ts';
import { touchFor } from './touch-for.ts';
import { withCompany } from './with-company.ts';

export type ToWrite = Readonly<{
  companyId: string;
  campaignId: string;
  version: number;
  definition: Definition;
  /** whose row has the values, and whose pages are named */ messageId: string;
  /** of the message's chunk */ events: readonly RecordedEvent[];
  channel: Channel;
}>;

const forgotten = (): Refusal =>
  new Refusal(
    'row_forgotten',
    'the row of this person is not kept any more, so its values can not be put in: write the words yourself, with --text',
  );

/** What the row of a message says, as templates name it, and the location that it names. */
const rowIn = async (house: House, { messageId, definition, events }: ToWrite, compiled: CompiledDefinition) => {
  const parsed = parseMessageId(messageId);
  const bound = parsed && (await bindPacket(house, parsed.packetId, definition));
  const loaded = events.find((event) => event.type === 'RowLoaded' && event.data.row === parsed?.place.row);
  if (!parsed || bound?.kind !== 'bound' || loaded?.type !== 'RowLoaded') throw forgotten();
  const given = { binding: bound.binding, row: rowOf(loaded) };
  const messages = messagesIn(events);
  const { followUp } = messages.get(placeKeyOf(parsed.place))?.queued.data ?? {};
  const touch = touchFor({ compiled, messages }, { place: parsed.place, followUp });
  const read = touch ? readTouch({ compiled, ...given }, touch) : readFields(given);
  if ('kind' in read) throw forgotten();
  const at = 'appointmentAt' in read && read.appointmentAt !== undefined ? { appointmentAt: read.appointmentAt } : {};
  return { fields: { ...read.fields, ...at }, location: compiled.siteOf?.(read.fields['location']) };
};

/** A text of the campaign with the values of a message's row. Throws a Refusal where one is missing. */
export const wordsForRow = async (house: House, toWrite: ToWrite, text: string): Promise<string> => {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  const { companyId, campaignId, version, definition, channel, messageId } = toWrite;
  const template = messageTemplate(channel, text, definition);
  const linkTo: LinkTo = (kind) => pageUrl(house, companyId, { kind, messageId });
  const compiled = await withCompany(house, companyId, compiledCampaign(campaignId, { version, definition }), template.beside);
  const { fields, location } = await rowIn(house, toWrite, compiled);
  const beside = location ? { ...compiled.beside, location } : compiled.beside;
  const rendered = template.render({ ...fields, ...linksFor(linkNamesIn(template.variables), linkTo) }, beside);
  if ('ok' in rendered) return rendered.ok.body;
  const what = 'field' in rendered && rendered.field !== undefined ? `: ${rendered.field}` : '';
  throw new Refusal(rendered.fault, `the row of this person has not all that the text needs${what}. Write the words yourself, with --text`);
};

import { CampaignInvalid } from '#domain/campaign/campaign-invalid.ts';
import type { KnownTemplate } from '#domain/campaign/stored-template.ts';
import { takenFrom } from '#domain/campaign/taken-templates.ts';
import { namedTemplate } from '#domain/campaign/template-events.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { templateOf } from './change-template.ts';
import type { House } from './house.ts';

type Json = Readonly<Record<string, unknown>>;
/** A channel or a fallback of a document, and where it stands. */
type Place = Readonly<{ entry: unknown; path: string }>;
type Reading = Readonly<{ house: Pick<House, 'store'>; companyId: string }>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const fault = (path: string, message: string): CampaignInvalid => new CampaignInvalid([{ path: `${path}.template`, message }]);

const find = async ({ house, companyId }: Reading, templateId: string): Promise<KnownTemplate | undefined> =>
  templateOf(house, companyId, templateId).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });

const named = async (reading: Reading, path: string, entry: Json): Promise<Json> => {
  const asked = namedTemplate.safeParse(entry['template']);
  if (!asked.success) throw fault(path, 'names a template: it must have "templateId" and "version", a whole number, and nothing else');
  const { templateId, version } = asked.data;
  const template = await find(reading, templateId);
  if (!template) throw fault(path, 'names a template that there is not; list the templates to see which there are');
  const text = template.versions[version - 1];
  if (text === undefined) throw fault(path, `names version ${version}, and the newest is ${template.versions.length}`);
  if (template.status === 'retired') throw fault(path, 'names a template that is retired; take another one');
  if (template.channel !== entry['channel']) throw fault(path, `names a template for ${template.channel}; take one for this channel`);
  return { ...entry, template: text, takenFrom: { templateId, version } };
};

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A document that was shown comes back with the note of where its text is from: whoever changed the text has words of his own now. */
const noted = async (reading: Reading, entry: Json): Promise<Json> => {
  const said = takenFrom.safeParse(entry['takenFrom']);
  // the document's reader says what is wrong with it
  if (!said.success) return entry;
  const template = await find(reading, said.data.templateId);
  const isIt = template?.channel === entry['channel'] && sameText(template?.versions[said.data.version - 1], entry['template']);
  const { takenFrom: _, ...own } = entry;
  return isIt ? entry : own;
};

const resolved = async (reading: Reading, { entry, path }: Place): Promise<unknown> => {
  if (!isRecord(entry)) return entry;
  if (isRecord(entry['template']) && 'templateId' in entry['template']) return named(reading, path, entry);
  return entry['takenFrom'] === undefined ? entry : noted(reading, entry);
};

/** More than a document may have are left to its reader, who refuses them. */
const most = 20;

const resolvedList = async (reading: Reading, list: readonly unknown[], path: string): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const [n, entry] of list.slice(0, most).entries()) {
    const place = { entry, path: `${path}[${n}]` };
    const one = await resolved(reading, place);
    const below = isRecord(one) && path === 'channels' && Array.isArray(one['fallbacks']) ? (one['fallbacks'] as unknown[]) : undefined;
    found.push(below ? { ...(one as Json), fallbacks: await resolvedList(reading, below, `${place.path}.fallbacks`) } : one);
  }
  return [...found, ...list.slice(most)];
};

/**
 * A campaign's document with the texts of the templates that its channels and fallbacks name (`{ "templateId": …, "version": … }`), each with a note
 * (`takenFrom`) of where it comes from: a campaign's version holds what it says, so that nothing changes under what waits. Whatever else is wrong is
 * left to the document's reader. Throws CampaignInvalid.
 */
export const resolveTemplates = async (house: Pick<House, 'store'>, companyId: string, json: unknown): Promise<unknown> =>
  isRecord(json) && Array.isArray(json['channels'])
    ? { ...json, channels: await resolvedList({ house, companyId }, json['channels'] as unknown[], 'channels') }
    : json;

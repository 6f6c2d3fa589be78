import { CampaignInvalid } from '#domain/campaign/campaign-invalid.ts';
import { namedTemplate } from '#domain/campaign/template-events.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { templateOf } from './change-template.ts';
import type { House } from './house.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fault = (n: number, message: string): CampaignInvalid => new CampaignInvalid([{ path: `channels[${n}].template`, message }]);

const resolved = async (house: House, companyId: string, entry: unknown, n: number): Promise<unknown> => {
  if (!isRecord(entry) || !isRecord(entry['template']) || !('templateId' in entry['template'])) return entry;
  const asked = namedTemplate.safeParse(entry['template']);
  if (!asked.success) throw fault(n, 'names a template: it must have "templateId" and "version", a whole number, and nothing else');
  const { templateId, version } = asked.data;
  const template = await templateOf(house, companyId, templateId).catch((error: unknown) => {
    if (error instanceof Refusal) throw fault(n, 'names a template that there is not; list the templates to see which there are');
    throw error;
  });
  const text = template.versions[version - 1];
  if (text === undefined) throw fault(n, `names version ${version}, and the newest is ${template.versions.length}`);
  if (template.status === 'retired') throw fault(n, 'names a template that is retired; take another one');
  if (template.channel !== entry['channel']) throw fault(n, `names a template for ${template.channel}; take one for this channel`);
  return { ...entry, template: text };
};

/**
 * A campaign's document with the texts of the templates that its channels name (`{ "templateId": …, "version": … }`): a campaign's version holds
 * what it says, so that nothing changes under what waits. Whatever else is wrong is left to the document's reader. Throws CampaignInvalid.
 */
export const resolveTemplates = async (house: House, companyId: string, json: unknown): Promise<unknown> => {
  if (!isRecord(json) || !Array.isArray(json['channels'])) return json;
  const channels: unknown[] = [];
  for (const [n, entry] of (json['channels'] as unknown[]).slice(0, 20).entries())
    channels.push(await resolved(house, companyId, entry, n));
  return { ...json, channels: [...channels, ...(json['channels'] as unknown[]).slice(20)] };
};

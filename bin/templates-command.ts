import { Option, type Command } from 'commander';
import type { ListedTemplate, TemplateVersion } from '#app/change-template.ts';
import { isBehind, type TemplateUse } from '#app/template-uses.ts';
import { partsOf, type TemplateSource } from '#domain/campaign/template-variants.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { command } from '#wiring/command-client.ts';
import type { Previewed } from '#wiring/file-commands.ts';
import { readJson } from '#wiring/read-json.ts';
import type { ShownTemplate } from '#wiring/template-commands.ts';
import { campaignWords, type Changed } from './campaign-words.ts';
import { fieldOption } from './field-option.ts';
import { configOf, dataOption, jsonOption, wholeNumber, type CommonOptions } from './options.ts';
import { print } from './output.ts';
import { previewWords } from './preview-words.ts';
import { whoever } from '#wiring/whoever.ts';

type Options = CommonOptions & Readonly<{ company: string; by: string; version?: number }>;

const common = (verb: Command): Command =>
  verb.addOption(new Option('--company <id>', 'whose templates').default('co_main')).addOption(dataOption()).addOption(jsonOption());
const ofVersion = (verb: Command): Command =>
  common(verb).option('--version <n>', 'which version (the newest unless told)', wholeNumber(1, 1_000));
const said = (verb: Command): Command => verb.option('--by <name>', 'who says so', whoever());

const ask = async <Result>(name: string, { company: companyId, ...options }: Options, more: object = {}): Promise<Result> =>
  (await command(configOf(options), name, { companyId, ...more })) as Result;

const about = ({ templateId, name, channel, locale, status }: Omit<ListedTemplate, 'version'>): string =>
  `${templateId}  ${channel}${locale === undefined ? '' : ` ${locale}`}  "${name}"${status === 'retired' ? '  retired' : ''}`;

const textWords = (template: TemplateSource): string =>
  partsOf(template)
    .map(({ path, text }) => (path === '' ? text : `${path}: ${text}`))
    .join('\n');

const useWords = (use: TemplateUse, newest: number): string => {
  const { campaignId, name, status, takes, sends } = use;
  const older = isBehind(use, newest) ? ', older words: "carillon templates take" brings the new ones' : '';
  const sending = sends.length > 0 && sends.join() !== takes.join() ? `, sends version ${sends.join(', ')}` : '';
  return `  ${campaignId}  "${name}"  ${status}, has version ${takes.join(', ') || 'none'}${sending}${older}`;
};

const shownWords = ({ uses, version, newest, template, ...rest }: ShownTemplate): string =>
  [
    `${about(rest)}, version ${version}${version === newest ? '' : ` of ${newest}`}`,
    textWords(template),
    uses.length === 0 ? 'no campaign has words of it' : 'campaigns that have words of it:',
    ...uses.map((use) => useWords(use, newest)),
  ].join('\n');

const versionWords = ({ version, template, madeAt, by }: TemplateVersion): string =>
  `version ${version}, ${madeAt}, by ${by}\n${textWords(template)}`;

const documentIn = (file: string): object => {
  const json = readJson(file, 'template file');
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw new Refusal('template_invalid', `${file} holds no template: { "name": …, "channel": "sms", "template": … }`);
};

const addReading = (templates: Command): void => {
  common(templates.command('list').description('the texts that are kept, the last that was changed first')).action(
    async (options: Options) => {
      const found = await ask<readonly ListedTemplate[]>('list-templates', options);
      const words = (one: ListedTemplate) => `${about(one)}, version ${one.version}`;
      print(found, options.json, () => (found.length === 0 ? `${options.company} has none` : found.map(words).join('\n')));
    },
  );
  ofVersion(templates.command('show').description('what it says, and who says it').argument('<template>', 'its id')).action(
    async (templateId: string, options: Options) => {
      const found = await ask<ShownTemplate>('show-template', options, { templateId, version: options.version });
      print(found, options.json, () => shownWords(found));
    },
  );
  common(templates.command('versions').description('all that it ever said, the newest first').argument('<template>', 'its id')).action(
    async (templateId: string, options: Options) => {
      const found = await ask<readonly TemplateVersion[]>('template-versions', options, { templateId });
      print(found, options.json, () => found.map(versionWords).join('\n\n'));
    },
  );
  ofVersion(templates.command('preview').description('what it says to one person, with its segments').argument('<template>', 'its id'))
    .addOption(fieldOption())
    .option('--timezone <zone>', 'in which appointments are told', 'UTC')
    .action(async (templateId: string, options: Options & Readonly<{ field?: Record<string, string>; timezone: string }>) => {
      const { field: fields = {}, timezone, version } = options;
      const made = await ask<Previewed>('preview-template', options, { templateId, version, fields, timezone });
      print(made, options.json, () => previewWords(made));
      if (made.messages === 0) process.exitCode = 1;
    });
};

const addWriting = (templates: Command): void => {
  said(
    common(templates.command('put').description('keep a text, or make a new version of it').argument('<file>', 'the template as JSON')),
  ).action(async (file: string, options: Options) => {
    const made = await ask<ShownTemplate>('put-template', options, { ...documentIn(file), by: options.by });
    print(made, options.json, () => shownWords(made));
  });
  said(ofVersion(templates.command('take').description('have a campaign say its newest words').argument('<template>', 'its id')))
    .requiredOption('--campaign <id>', 'which campaign; it has older words of it')
    .action(async (templateId: string, options: Options & Readonly<{ campaign: string }>) => {
      const { campaign: campaignId, version, by } = options;
      const changed = await ask<Changed>('take-template', options, { templateId, campaignId, version, by });
      print(changed, options.json, () => campaignWords(changed));
    });
  said(common(templates.command('retire').description('let no campaign take it any more').argument('<template>', 'its id'))).action(
    async (templateId: string, options: Options) => {
      const retired = await ask<ShownTemplate>('retire-template', options, { templateId, by: options.by });
      print(retired, options.json, () => shownWords(retired));
    },
  );
};

/** `carillon templates list|show|versions|preview|put|take|retire`. */
export const addTemplatesCommand = (program: Command): void => {
  const templates = program.command('templates').description('texts of a company that campaigns take');
  addReading(templates);
  addWriting(templates);
};

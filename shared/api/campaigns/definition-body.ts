import { z } from '@hono/zod-openapi';
import { CampaignInvalid } from '#domain/campaign/campaign-invalid.ts';
import { definition, type Definition } from '#domain/campaign/definition.ts';
import type { Problem as Finding } from '#domain/campaign/definition-words.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { resolveTemplates } from '#app/resolve-templates.ts';
import type { House } from '#app/house.ts';
import { Problem, type InputError } from '../conventions/problem.ts';

const { $schema: _, ...described } = z.toJSONSchema(definition, { io: 'input' });

/**
 * A campaign as its file has it. The schema is shown, and the reader of files checks: its words say where something is wrong, and what to do.
 */
export const definitionBody = z.record(z.string(), z.unknown()).openapi('CampaignDefinition', {
  ...(described as object),
  description: 'A campaign, as its file has it (docs/TEMPLATES.md, docs/SCHEDULES.md)',
});

const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

/** `channels[0].template.html` under `/body` → `/body/channels/0/template/html` */
const pointerOf = (under: string, path: string): string =>
  [
    under,
    ...path
      .split(/[.[\]]+/)
      .filter((step) => step !== '')
      .map((step) => `/${escaped(step)}`),
  ].join('');

const errorOf = (under: string, { path, message, line, column }: Finding): InputError => ({
  pointer: pointerOf(under, path),
  code: line === undefined ? 'campaign_invalid' : 'template_invalid',
  detail: message,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});

const mostErrors = 50;

const problemOf = (error: unknown, under: string): unknown => {
  if (!(error instanceof CampaignInvalid)) return error;
  const errors = error.problems.slice(0, mostErrors).map((one) => errorOf(under, one));
  return new Problem('campaign_invalid', error.message, { errors });
};

export const toldApart = async <T>(work: () => Promise<T>, under: string): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error, under);
  }
};

/** What is wrong with a definition as a Problem `campaign_invalid` that names each thing; `under`: where in the request the definition stands. */
export const toldOf = <T>(work: () => T, under = '/body'): T => {
  try {
    return work();
  } catch (error) {
    throw problemOf(error, under);
  }
};

/** Throws a Problem `campaign_invalid`. */
export const definitionOf = (json: unknown, under = '/body'): Definition => toldOf(() => readDefinition(json), under);

/** The same where channels may name templates of the company. */
export const definitionFor = async (house: House, companyId: string, json: unknown, under = '/body'): Promise<Definition> =>
  definitionOf(await toldApart(() => resolveTemplates(house, companyId, json), under), under);

export const exampleDefinition = {
  name: 'Appointment reminder',
  from: '+12085550199',
  timezone: 'America/Boise',
  fields: { firstName: 'first_name', phone: 'phone', appointmentDate: 'appointment_date', appointmentTime: 'appointment_time' },
  channels: [
    {
      channel: 'sms',
      template: "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out.",
    },
  ],
  schedule: { offsetDays: [2], window: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '19:00' } },
};

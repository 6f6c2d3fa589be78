import { callWebhooks } from '#app/call-webhooks.ts';
import { changeNumber } from '#app/change-number.ts';
import { loadPacket } from '#app/load-packet.ts';
import { notifyCustomer } from '#app/notify-customer.ts';
import { project } from '#app/project.ts';
import { sendOne } from '#app/send-one.ts';
import { setSender } from '#app/set-sender.ts';
import { testWebhook } from '#app/test-webhook.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';
import { wrote } from '../api/samples/conversations.ts';
import type { Sample } from '../api/samples/sample.ts';
import { issue, type ApiHouse, type Asking } from './api-house.ts';
import { deliverAll } from './house-run.ts';
import { sendNow, phoneOf } from './house-steps.ts';

export type Grown = Readonly<{
  /** makes one thing more that the list shows */
  grow: (n: number) => Promise<unknown>;
  /** which list, where its sample is about another one */
  of?: Pick<Asking, 'path' | 'query'>;
  /** what it shows is there as a whole, or not at all: nothing comes while somebody reads */
  isFixed?: true;
}>;

type About = ApiHouse &
  Readonly<{
    /** somebody who takes webhooks */ hookUrl: string;
    samples: ReadonlyMap<string, Sample>;
    call: (id: string, asking: Asking) => Promise<Readonly<{ id?: string }>>;
  }>;

const projectAll = async ({ house }: About): Promise<void> => {
  for (const partition of house.store.partitions()) await project(house, partition);
};

const phone = (n: number): string => phoneOf(3_000 + n);
const csv = (rows: readonly string[]): string => ['id,name,phone', ...rows, ''].join('\n');

/** How each list that comes in pages gets longer: what is made, through the API wherever that makes it. */
export const growingLists = async (about: About): Promise<Readonly<Record<string, Grown>>> => {
  const { house, test, companyId, campaignId, samples, call } = about;
  const cause = (what: string, n: number) => ({ id: `req_grow${what}${n}`, now: house.clock.now() });
  const projected = (grow: (n: number) => Promise<unknown>) => async (n: number) => {
    await grow(n);
    await projectAll(about);
  };
  const day = { day: '2027-03-01', timezone: 'America/Boise' };
  const appointment = samples.get('putAppointment')?.body as Readonly<{ fields: object }>;
  const numberOf = (n: number) => ({ numberId: numberIdOf(phone(n)), companyId, by: 'usr_test', kind: 'long_code' as const });
  const hook = await call('addWebhookEndpoint', { body: { url: about.hookUrl, events: ['company.*'] } });
  const endpointId = hook.id ?? '';
  const messageId = samples.get('getMessage')?.path?.['id'] ?? '';
  const send = (n: number) =>
    call('sendMessage', { body: { campaign: campaignId, fields: { phone: phone(n), name: 'Ana', id: `G${n}` } } });
  const bad = await call('uploadPacket', {
    path: { id: campaignId },
    query: { name: 'bad.csv' },
    body: csv(Array.from({ length: 7 }, (_, n) => `B${n},Ana,${n}`)),
  });
  await loadPacket(house, bad.id ?? '', cause('bad', 0));
  await deliverAll(test);
  const template = (await call('createTemplate', { body: { name: 'Grown', channel: 'sms', template: 'Hi' } })).id ?? '';
  const contacts = Array.from({ length: 7 }, (_, n) => ({ id: `K${n}`, name: 'Ana', phone: phone(800 + n) }));
  await call('keepContactList', { path: { name: 'Grown' }, body: { contacts } });
  const inAYear = new Date(Date.parse(house.clock.now()) + 400 * 86_400_000).toISOString();
  return {
    listTemplateVersions: {
      of: { path: { id: template } },
      grow: (n) => call('editTemplate', { path: { id: template }, body: { template: `Hi ${n}` } }),
    },
    listTemplateCampaigns: {
      of: { path: { id: template } },
      grow: (n) => {
        const channels = [{ channel: 'sms', template: { templateId: template, version: 1 } }];
        return call('createCampaign', { body: { ...sendNow, name: `Of it ${n}`, channels } });
      },
    },
    listScheduledMessages: {
      of: { query: { campaign: campaignId } },
      grow: (n) => {
        const rows = [{ phone: phone(n), name: 'Ana', id: `S${n}` }];
        return sendOne(house, { companyId, campaignId, rows, reference: `later-${n}`, startsAt: inAYear }, cause('later', n));
      },
    },
    listContacts: { of: { path: { name: 'Grown' } }, isFixed: true, grow: async () => undefined },
    listSupportAccesses: { grow: (n) => call('grantSupportAccess', { body: { who: 'Kim', reason: `Ticket ${n}` } }) },
    listApiKeys: { grow: () => issue(house, companyId, ['messages:send']) },
    listAppointments: {
      of: { query: day },
      grow: (n) =>
        call('putAppointment', {
          path: { id: `grown-${n}` },
          body: { ...appointment, fields: { ...appointment.fields, appointmentDate: day.day, appointmentTime: `1${n % 9}:00` } },
        }),
    },
    listAuditEntries: {
      of: { query: { kind: 'look', operation: 'getMessage' } },
      grow: projected(() => call('getMessage', { path: { id: messageId } })),
    },
    listBrands: { grow: (n) => call('createBrand', { body: { display_name: `Brand ${n}`, entity_type: 'PRIVATE_PROFIT' } }) },
    listCampaigns: { grow: (n) => call('createCampaign', { body: { ...sendNow, name: `Grown ${n}` } }) },
    listConversations: { grow: (n) => wrote(house, { companyId, campaignId, messageId, reply: `rpl_grown${n}` }) },
    listEvents: { grow: (n) => call('addOptOut', { body: { to: phone(500 + n) } }) },
    listLocations: { grow: (n) => call('addLocation', { body: { code: `G${n}`, name: `Site ${n}`, timezone: 'America/Boise' } }) },
    listMessages: { of: { query: { campaign: campaignId } }, grow: projected(send) },
    listNumbers: {
      grow: (n) =>
        changeNumber(house, { type: 'AddNumber', data: { ...numberOf(n), provider: 'twilio', accountId: 'ACsample' } }, cause('number', n)),
    },
    listOptOuts: { grow: projected((n) => call('addOptOut', { body: { to: phone(600 + n) } })) },
    listPackets: {
      grow: (n) =>
        call('uploadPacket', { path: { id: campaignId }, query: { name: `grown${n}.csv` }, body: csv([`U${n},Ana,${phone(n)}`]) }),
    },
    listFailures: { of: { path: { id: bad.id ?? '' } }, isFixed: true, grow: async () => undefined },
    listRegistrations: {
      of: {},
      grow: async (n) => {
        const { id } = await call('createBrand', { body: { display_name: `Of ${n}`, entity_type: 'PRIVATE_PROFIT' } });
        return call('createRegistration', { body: { name: `Grown ${n}`, brand: id, facts: { use_case: 'MIXED' } } });
      },
    },
    getReport: { of: { path: { report: 'campaigns' } }, isFixed: true, grow: projected(send) },
    listSenders: { grow: (n) => setSender(house, { kind: 'number', companyId, number: phone(700 + n), perSecond: 1 }, cause('sender', n)) },
    listPools: {
      grow: (n) => setSender(house, { kind: 'pool', companyId, poolId: `pool_grown${n}`, numbers: [phone(700)] }, cause('pool', n)),
    },
    listTemplates: { grow: (n) => call('createTemplate', { body: { name: `Grown ${n}`, channel: 'sms', template: 'Hi' } }) },
    listUsers: { grow: (n) => call('inviteUser', { body: { email: `grown${n}@example.com`, name: 'Bo', role: 'viewer' } }) },
    listWebhookEndpoints: {
      grow: (n) => call('addWebhookEndpoint', { body: { url: `https://127.0.0.1:9/grown${n}`, events: ['message.*'] } }),
    },
    listWebhookAttempts: {
      of: { path: { id: endpointId } },
      grow: async (n) => {
        await testWebhook(house, { companyId, endpointId, type: 'company.halted', by: 'usr_test' }, cause('sample', n));
        for (const partition of house.store.partitions()) await notifyCustomer(house, partition);
        await callWebhooks(house, endpointId);
      },
    },
  };
};

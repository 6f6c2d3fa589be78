import { acceptDrop } from '#app/accept-drop.ts';
import { campaignIdOf } from '#app/campaign-document.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { loadPacket } from '#app/load-packet.ts';
import { registerCompany } from '#app/register-company.ts';
import type { CampaignCommand } from '#domain/campaign/campaign.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { TestHouse } from './house.ts';

export const testCompany = 'co_test';

/** Sends what is dropped at once. */
export const sendNow: Definition = {
  name: 'Now',
  from: '+12085550199',
  timezone: 'America/Boise',
  fields: { person: 'id', firstName: 'name', phone: 'phone' },
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, your glasses are ready.' }],
  schedule: 'now',
};

/** Reminds two days before, from nine to seven. */
export const remind: Definition = {
  ...sendNow,
  name: 'Reminder',
  fields: { ...sendNow.fields, appointmentDate: 'date', appointmentTime: 'time' },
  channels: [{ channel: 'sms', template: 'Hi {{ firstName }}, see you on {{ appointmentAt | date: "%b %-d" }}.' }],
  schedule: { offsetDays: [2], window: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '09:00', to: '19:00' } },
};

let causes = 0;
/** A new request at the house's time. */
export const causeAt = ({ clock }: Pick<TestHouse, 'clock'>): Cause => ({ id: `req_${(causes += 1)}`, now: clock.now() });

/** `n` different phones that reach nobody. */
export const phoneOf = (n: number): string => `+1208555${String(n).padStart(4, '0')}`;

export const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at);

/** A file of `n` people, with an appointment each when a day is given. */
export const people = (n: number, { day, from = 0 }: { day?: string; from?: number } = {}): string => {
  const header = day === undefined ? 'id,name,phone' : 'id,name,phone,date,time';
  const line = (at: number): string => `P${at},Person ${at},${phoneOf(at)}${day === undefined ? '' : `,${day},10:00`}`;
  return [header, ...numbers(n).map((at) => line(at + from)), ''].join('\n');
};

export const register = (test: TestHouse, companyId = testCompany): Promise<void> =>
  registerCompany(
    test.house,
    { companyId, name: 'Test', account: { provider: 'twilio', accountId: test.provider.accountId } },
    causeAt(test),
  );

/** Whose file a preview is of. */
export const askingOf = ({ name, from, corrections = false }: Definition) => ({
  companyId: testCompany,
  campaignId: campaignIdOf(testCompany, name),
  from,
  corrections,
});

type Plain = Exclude<CampaignCommand['type'], 'PutCampaign' | 'FireCampaign'>;

export const change = async (test: TestHouse, campaignId: string, ...types: readonly Plain[]): Promise<void> => {
  for (const type of types) {
    const command = { type, data: { campaignId, approvedBy: 'usr_test' } } as CampaignCommand;
    await changeCampaign(test.house, testCompany, command, causeAt(test));
  }
};

/** A new campaign, or a new version of it; nobody has approved it yet. */
export const put = async (test: TestHouse, definition: Definition): Promise<string> => {
  const campaignId = campaignIdOf(testCompany, definition.name);
  await changeCampaign(test.house, testCompany, { type: 'PutCampaign', data: { campaignId, definition } }, causeAt(test));
  return campaignId;
};

/** A company with a campaign that sends. */
export const activeCampaign = async (test: TestHouse, definition: Definition = sendNow): Promise<string> => {
  await register(test);
  const campaignId = await put(test, definition);
  await change(test, campaignId, 'ApproveCampaign', 'ActivateCampaign');
  return campaignId;
};

/** Puts a file where drops belong. */
export const place = async (test: TestHouse, campaignId: string, { content, name = 'people.csv' }: { content: string; name?: string }) => {
  const path = `drops/${testCompany}/${campaignId}/${name}`;
  await test.house.files.write(path, content);
  return path;
};

/** Drops a file and accepts it; the packet's id. */
export const accept = async (test: TestHouse, campaignId: string, content: string, name?: string): Promise<string> => {
  const path = await place(test, campaignId, name === undefined ? { content } : { content, name });
  return (await acceptDrop(test.house, path, causeAt(test))) ?? '';
};

/** Drops a file, accepts and loads it; the packet's id. */
export const load = async (test: TestHouse, campaignId: string, content: string, name?: string): Promise<string> => {
  const packetId = await accept(test, campaignId, content, name);
  await loadPacket(test.house, packetId, causeAt(test));
  return packetId;
};

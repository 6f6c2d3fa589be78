import type { Definition } from '#domain/campaign/definition.ts';
import type { CampaignCommand } from '#domain/campaign/campaign.ts';
import { isPool, type Channel } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { hindrances } from '#domain/registration/sending-rights.ts';
import { readCampaign } from './campaign-document.ts';
import type { Pool } from './choose-senders.ts';
import { poolPath } from './choose-senders.ts';
import type { House } from './house.ts';
import { hinderedSenders } from './registered-senders.ts';
import { registrationPath, type RegistrationDocument } from './registrar-look.ts';

/** A campaign that is to text to the United States says by which registration, and its numbers are under it: told before anybody waits for its messages. */

type Sender = Readonly<{ channel: Channel; from: string }>;

/** Senders of texts to phones that may be there: a campaign, or a channel, for phones of another country has none. */
const sendersOf = ({ from, region, channels }: Definition): readonly Sender[] => {
  const entries = channels.flatMap(({ fallbacks = [], ...entry }) => [
    entry,
    ...fallbacks.map((one) => ({ ...one, region: one.region ?? entry.region })),
  ]);
  return entries
    .filter(({ channel }) => channel === 'sms' || channel === 'mms')
    .filter((entry) => (entry.region ?? region ?? 'US') === 'US')
    .map((entry) => ({ channel: entry.channel, from: entry.from ?? from }));
};

const numbersOf = async ({ documents }: House, companyId: string, { from }: Sender): Promise<readonly string[]> => {
  if (!isPool(from)) return [from];
  const pool = (await documents.get<Pool>(poolPath(from)))?.data;
  return pool?.companyId === companyId ? pool.numbers : [];
};

/** What is named is the company's own. */
const assertKnown = async ({ documents }: House, companyId: string, { registration }: Definition): Promise<void> => {
  if (registration === undefined || !registration.startsWith('reg_')) return;
  const found = (await documents.get<RegistrationDocument>(registrationPath(registration)))?.data;
  if (found?.companyId !== companyId)
    throw new Refusal('registration_unknown', `registration: ${companyId} has no ${registration}: "carillon registrations list" shows all`);
};

/** More than a person reads at once. */
const mostNamed = 10;

const assertSenders = async (house: House, companyId: string, definition: Definition): Promise<void> => {
  const { registration, purpose } = definition;
  const problems = new Map<string, string>();
  for (const sender of sendersOf(definition)) {
    const numbers = await numbersOf(house, companyId, sender);
    const hindered = await hinderedSenders(house, { companyId, channel: sender.channel, registration, purpose }, numbers);
    for (const [number, why] of hindered) problems.set(number, `${number}: ${hindrances[why]}`);
  }
  if (problems.size === 0) return;
  const named = [...problems.values()].slice(0, mostNamed).join('; ');
  const more = problems.size > mostNamed ? `; and ${problems.size - mostNamed} more` : '';
  throw new Refusal('senders_unregistered', `its texts to the United States could not be sent. ${named}${more}`);
};

/** Throws a Refusal that names each number that may not send for the campaign, and why, before it is approved or sends. */
export const assertSendersRegistered = async (house: House, companyId: string, command: CampaignCommand): Promise<void> => {
  if (command.type === 'PutCampaign') return assertKnown(house, companyId, command.data.definition);
  if (command.type !== 'ApproveCampaign' && command.type !== 'ActivateCampaign' && command.type !== 'ResumeCampaign') return;
  const { campaign } = (await readCampaign(house.documents, command.data.campaignId)) ?? {};
  if (!campaign || campaign.status === 'archived') return;
  const { definition } = command.type === 'ApproveCampaign' ? campaign : (campaign.approved ?? campaign);
  await assertKnown(house, companyId, definition);
  await assertSenders(house, companyId, definition);
};

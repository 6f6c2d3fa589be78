import { fieldNames, type Definition } from '#domain/campaign/definition.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';
import { channelFacts } from '#domain/kernel/channel-facts.ts';
import type { Channel } from '#domain/kernel/ids.ts';

/** A text by itself, as whoever writes it gives it. */
export type LooseText = Readonly<{ name: string; channel: Channel; locale?: string | undefined; template: unknown }>;

const senders = { number: '+12085550199', address: 'office@example.com', page: '102938475610293' } as const;

/** A campaign that says nothing else: what holds for a campaign's text holds for it. Throws CampaignInvalid that points into `channels[0]`. */
export const templateCampaign = (
  { name, channel, locale, template }: LooseText,
  fields: readonly string[] = [],
  timezone = 'UTC',
): Definition => {
  const named = [...new Set([...fieldNames.filter((one) => one !== 'appointment'), ...fields])];
  return readDefinition({
    name,
    from: senders[channelFacts[channel].sender],
    timezone,
    ...(locale === undefined ? {} : { locale }),
    fields: Object.fromEntries(named.map((one) => [one, one])),
    channels: [{ channel, template }],
    schedule: 'now',
  });
};

/** The text as it was read: checked as a campaign checks its own. Throws CampaignInvalid. */
export const readTemplateText = (text: LooseText): TemplateSource => templateCampaign(text).channels[0]!.template;

import type { z } from 'zod';
import { keysOf } from './schema-keys.ts';

/** Words of a key that tell of a person. */
const personal = new Set(
  [
    'phone mobile cell cells telephone to recipient contact email mail address street zip postcode ip',
    'name first last surname person patient customer birth birthday age gender by user',
    'body text content subject value values row rows field fields column columns path file filename from note notes',
  ].flatMap((line) => line.split(' ')),
);

/** Keys that look personal and are not, each with the reason. `*.` stands for every event. */
export const harmless: Readonly<Record<string, string>> = {
  '*.row': 'the number of a row',
  '*.rows': 'how many rows',
  '*.from': "the company's own number",
  'TouchRejected.field': 'the name of a field, never what stands in it',
  'CompanyRegistered.name': 'a company goes by its name in public',
  'CampaignApproved.approvedBy': 'the id of a user, who is staff',
  'CampaignDrafted.by': 'the id of a key or a user, or the name of staff',
  'CampaignRevised.by': 'the id of a key or a user, or the name of staff',
  'CampaignActivated.by': 'the id of a key or a user, or the name of staff',
  'CampaignPaused.by': 'the id of a key or a user, or the name of staff',
  'CampaignResumed.by': 'the id of a key or a user, or the name of staff',
  'CampaignArchived.by': 'the id of a key or a user, or the name of staff',
  'PacketRescheduled.by': 'the id of a key or a user',
  'PacketCanceled.by': 'the id of a key or a user',
  'TemplateDrafted.name': 'a text goes by its name',
  'TemplateDrafted.by': 'the id of a key or a user',
  'TemplateRevised.by': 'the id of a key or a user',
  'TemplateDrafted.template.text': 'a template: what every person gets, with places for fields',
  'TemplateDrafted.template.subject': 'a template: what every person gets, with places for fields',
  'TemplateDrafted.template.whatsapp.content': 'a template: what every person gets, with places for fields',
  'TemplateRevised.template.text': 'a template: what every person gets, with places for fields',
  'TemplateRevised.template.subject': 'a template: what every person gets, with places for fields',
  'TemplateRevised.template.whatsapp.content': 'a template: what every person gets, with places for fields',
  'TemplateRetired.by': 'the id of a key or a user',
  'LocationAdded.by': 'the id of a key or a user',
  'LocationAdded.name': 'a site of a company, as everybody knows it',
  'LocationAdded.address': 'a site of a company, as everybody knows it',
  'LocationAdded.phone': 'a site of a company, as everybody knows it',
  'LocationRevised.by': 'the id of a key or a user',
  'LocationRevised.name': 'a site of a company, as everybody knows it',
  'LocationRevised.address': 'a site of a company, as everybody knows it',
  'LocationRevised.phone': 'a site of a company, as everybody knows it',
  'LocationRemoved.by': 'the id of a key or a user',
  'CompanyRenamed.name': 'a company goes by its name in public',
  'CompanyRenamed.by': 'the id of a key or a user',
  'CompanyHalted.by': 'the name or id of staff, for whoever asks who stopped it',
  'CompanyLifted.by': 'the name or id of staff',
  '*.decidedBy': 'the name or id of staff, for whoever asks who decided',
  'ConsentSettingsSet.by': 'the name or id of staff',
  'ConsentSettingsSet.settings.ownReplies.[].from': "the company's own number",
  'ConsentSettingsSet.settings.name': 'the name by which a company signs its texts',
  'ConsentSettingsSet.settings.contact': 'where a company is reached, as it tells everybody',
  'ConsentSettingsSet.settings.keywords.[].from': "the company's own number",
  'ConsentSettingsSet.settings.forms.[].from': "the company's own number",
  'RoutesSet.by': 'the name or id of staff',
  'RoutesSet.routes.[].from': "the company's own number, address or page",
  'RouteResumed.by': 'the name or id of staff',
  'BrandDrafted.by': 'the name or id of staff',
  'BrandRevised.by': 'the name or id of staff',
  'BrandSubmitting.by': 'the name or id of staff',
  'RegistrationDrafted.by': 'the name or id of staff',
  'RegistrationRevised.by': 'the name or id of staff',
  'RegistrationSubmitting.by': 'the name or id of staff',
  'RegistrationAppealed.by': 'the name or id of staff',
  'TeamListSet.setBy': 'the id of a user or a key',
  'PersonForgotten.forgottenBy': 'the name or id of staff',
  'ApiKeyIssued.name': 'the title that staff give a key',
  'ApiKeyIssued.lastFour': 'how a key ends, so that whoever holds it finds it in a list',
  'ApiKeyIssued.issuedBy': 'the id of a user or a key',
  'ApiKeyRolled.replacedBy': 'the id of a key',
  'ApiKeyRolled.rolledBy': 'the id of a user or a key',
  'SupportGranted.by': 'the id of a user or a key',
  'SupportRevoked.by': 'the id of a user or a key, or who sat at the command line',
  'ApiKeyRevoked.revokedBy': 'the id of a user or a key',
  '*.userId': 'the id of a user, which tells nothing of him',
  'UserInvited.by': 'the id of a user or a key',
  'InvitationRenewed.by': 'the id of a user or a key',
  'RoleGiven.by': 'the id of a user or a key',
  'BrandGiven.by': 'the id of a user or a key',
  'BrandTaken.by': 'the id of a user or a key',
  'UserRemoved.by': 'the id of a user or a key',
  'UserForgotten.by': 'the id of a user or a key',
  'TotpRemoved.by': 'the id of a user or a key',
  'SessionsEnded.by': 'the id of a user or a key',
  'AccessNoted.by': 'the id of a user or a key',
  'AccessNoted.subjects': 'ids of ours; whatever is none is a fingerprint',
  'WebhookEndpointAdded.by': 'the id of a user or a key',
  'WebhookEndpointRevised.by': 'the id of a user or a key',
  'WebhookEndpointDisabled.by': 'the id of a user or a key',
  'WebhookEndpointEnabled.by': 'the id of a user or a key',
  'WebhookEndpointRemoved.by': 'the id of a user or a key',
  'WebhookSampleAsked.by': 'the id of a user or a key',
  'WebhookEndpointSecretRotated.by': 'the id of a user or a key',
  'NumberBuying.by': 'the name or id of staff',
  'NumberAdded.by': 'the name or id of staff',
  'NumberAssigning.by': 'the name or id of staff',
  'NumberSuspended.by': 'the name or id of staff',
  'NumberResumed.by': 'the name or id of staff',
  'NumberReleasing.by': 'the name or id of staff',
  'ContactCorrected.correctedBy': 'the id of a user or a key',
  'ContactRemoved.removedBy': 'the id of a user or a key',
  'ContactListForgotten.forgottenBy': 'the id of a user, who is staff',
  'WebhookReplayed.replayedBy': 'the name or id of staff',
  'ReplyReplayed.replayedBy': 'the name or id of staff',
  'ReplyReopened.reopenedBy': 'the name or id of staff',
  'ReplyResolved.resolvedBy': 'the name or id of staff',
  'PacketAccepted.acceptedBy': 'the id of a user, who is staff',
  'PacketConfirmed.confirmedBy': 'the id of a user, who is staff',
  '*.definition.name': 'the title that staff give a campaign',
  '*.definition.from': "the company's own number",
  '*.definition.channels.[].from': "the company's own number, address or page",
  '*.definition.fields': 'names of columns, never what stands in them',
  '*.definition.filters.[].field': 'the name of a field',
  '*.definition.channels.[].template.text': 'a text with places for fields, never what stands in them',
  '*.definition.channels.[].template.subject': 'a text with places for fields',
  '*.definition.channels.[].template.whatsapp.content': 'the id of an approved text',
  '*.definition.channels.[].takenFrom': 'the template that a text is',
  '*.definition.channels.[].fallbacks.[].takenFrom': 'the template that a text is',
  '*.definition.channels.[].fallbacks.[].from': "the company's own number, address or page",
  '*.definition.channels.[].fallbacks.[].template.text': 'a text with places for fields, never what stands in them',
  '*.definition.channels.[].fallbacks.[].template.subject': 'a text with places for fields',
  '*.definition.channels.[].fallbacks.[].template.whatsapp.content': 'the id of an approved text',
  '*.understood.columns': 'how many columns',
  '*.understood.hiddenColumns': 'how many columns',
  'PacketLoaded.notes': 'counts by code',
  'CampaignColumnsMapped.fields': 'names of columns, never what stands in them',
  '*.definition.schedule.window.from': 'a time of day',
  '*.definition.channels.[].schedule.window.from': 'a time of day',
  '*.definition.schedule.window.to': 'a time of day',
  '*.definition.channels.[].schedule.window.to': 'a time of day',
  '*.definition.limits.perPersonPerDay': 'a limit',
};

const wordsOf = (key: string): readonly string[] =>
  key
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[^a-z]+/);

/** The entry of `harmless` that covers a key, if one does. */
export const harmlessBy = (type: string, path: string): string | undefined =>
  [`${type}.${path}`, `*.${path}`].find((key) => key in harmless);

/** Keys of an event's `data` that may tell of a person; `data` is never sealed and never forgotten. */
export const personalKeys = (type: string, data: z.ZodType): readonly string[] => [
  ...new Set(
    keysOf(data)
      .filter(({ path, name, kind }) => (kind === 'open' || wordsOf(name).some((word) => personal.has(word))) && !harmlessBy(type, path))
      .map(({ path, kind }) =>
        kind === 'open'
          ? `${type}.${path}: anything may stand here; describe it`
          : `${type}.${path}: what tells of a person goes into private (or give the reason in test/architecture/personal-keys.ts)`,
      ),
  ),
];

import assert from 'node:assert/strict';
import type { Channel } from '#domain/kernel/ids.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { reminder } from '../../support/campaigns.ts';

const own = {
  sms: {},
  mms: {},
  whatsapp: {},
  voice: {},
  email: { from: 'clinic@example.com' },
  messenger: { from: '1029384756' },
  instagram: { from: '1029384756' },
};
const fields = { ...reminder.fields, messengerId: 'psid', instagramId: 'igsid' };
const entry = (channel: Channel, template: unknown, rest: object = {}) => ({ channel, template, ...own[channel], ...rest });
const campaign = (...channels: readonly object[]): object => ({ ...reminder, fields, channels });

const refusal = (definition: object): string => {
  try {
    readDefinition(definition);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return '';
};

const mail = { subject: 'See you', text: 'On {{ appointmentAt | date }}' };
const picture = 'https://example.com/map.png';

describe('a channel of a campaign', () => {
  const good: readonly (readonly [title: string, ...channels: object[]])[] = [
    ['a text', entry('sms', 'Hi')],
    ['a picture with its text', entry('mms', { text: 'Hi', media: [picture] })],
    ['a text on WhatsApp', entry('whatsapp', 'Hi')],
    ['an approved text on WhatsApp', entry('whatsapp', { whatsapp: { content: 'HX1', variables: { 1: '{{ firstName }}' } } })],
    ['an approved text without places', entry('whatsapp', { text: 'Hi', whatsapp: { content: 'HX1', variables: {} } })],
    ['a voice that says the text', entry('voice', 'Hi')],
    ['a voice with words for machines', entry('voice', { voice: 'Press 1 to confirm', voiceMachine: 'Call us back' })],
    ['an e-mail in plain', entry('email', mail)],
    ['an e-mail in HTML alone', entry('email', { subject: 's', html: '<p>x</p>' })],
    ['Messenger and Instagram', entry('messenger', 'Hi'), entry('instagram', 'Hi')],
    [
      'all of them',
      ...(Object.keys(own) as Channel[]).map((channel) =>
        entry(channel, {
          text: 'Hi',
          media: undefined,
          ...(channel === 'mms' ? { media: [picture] } : {}),
          ...(channel === 'email' ? { subject: 's' } : {}),
        }),
      ),
    ],
    ['one twice with other schedules', entry('sms', 'Hi'), entry('sms', 'Hi', { schedule: { offsetDays: [1] } })],
    ['phones of another country', entry('voice', 'Hi', { region: 'MX' })],
    ['words that no provider reads in an e-mail', entry('email', { ...mail, text: 'Reply CANCEL to cancel' })],
  ];
  for (const [title, ...channels] of good) it(`is put: ${title}`, () => assert.equal(refusal(campaign(...channels)), ''));

  it('takes its sender from the campaign where that is of its kind', () => {
    assert.equal(refusal({ ...campaign(entry('email', mail, { from: undefined })), from: 'clinic@example.com' }), '');
    assert.equal(refusal({ ...campaign(entry('messenger', 'Hi', { from: undefined })), from: '1029384756' }), '');
  });

  const bad: readonly (readonly [title: string, definition: object, words: RegExp])[] = [
    ['one that nobody knows', campaign({ channel: 'fax', template: 'Hi' }), /channels\[0\]\.channel: must be one of "sms", "mms"/],
    ['pictures without a text', campaign(entry('mms', { media: [picture] })), /template\.text: is missing; it is what an mms says/],
    [
      'a picture message without pictures',
      campaign(entry('mms', 'Hi')),
      /template\.media: is missing; a message without a picture goes as sms/,
    ],
    [
      'pictures with an sms',
      campaign(entry('sms', { text: 'Hi', media: [picture] })),
      /template\.media: can not go with an sms; name channel mms/,
    ],
    ['a WhatsApp that says nothing', campaign(entry('whatsapp', { voice: 'Hi' })), /template\.text: is missing, and so is "whatsapp"/],
    [
      'values of no approved text',
      campaign(entry('whatsapp', { text: 'Hi', whatsapp: { variables: { 1: 'a' } } })),
      /template\.whatsapp\.content: is missing/,
    ],
    ['a voice that says nothing', campaign(entry('voice', { voiceMachine: 'Hi' })), /template\.voice: is missing, and so is "text"/],
    ['an e-mail without a subject', campaign(entry('email', 'Hi')), /template\.subject: is missing; an e-mail needs one/],
    ['an e-mail that says nothing', campaign(entry('email', { subject: 's', voice: 'x' })), /template\.html: is missing, and so is "text"/],
    ['Messenger without a text', campaign(entry('messenger', { voice: 'Hi' })), /template\.text: is missing; it is what a messenger says/],
    [
      'an error in words for machines',
      campaign(entry('voice', { voice: 'x', voiceMachine: '{{ a | nme }}' })),
      /template\.voiceMachine: line 1, column 1: there is no filter "nme"/,
    ],
    [
      'a word that unsubscribes on WhatsApp',
      campaign(entry('whatsapp', 'Reply CANCEL to cancel')),
      /template: asks people to answer CANCEL/,
    ],
    [
      'a word that unsubscribes with a picture',
      campaign(entry('mms', { text: 'Reply STOP to cancel', media: [picture] })),
      /template\.text: asks people to answer STOP/,
    ],
    [
      'an address for a text',
      campaign(entry('sms', 'Hi', { from: 'clinic@example.com' })),
      /channels\[0\]\.from: must be a number like \+12085550199/,
    ],
    [
      'a number for an e-mail',
      campaign(entry('email', mail, { from: '+12085550199' })),
      /channels\[0\]\.from: must be an e-mail address like clinic@example\.com/,
    ],
    [
      'a name for a page',
      campaign(entry('messenger', 'Hi', { from: '+12085550199' })),
      /channels\[0\]\.from: must be the id of a page, digits alone/,
    ],
    [
      'no sender for an e-mail beside texts',
      campaign(entry('sms', 'Hi'), entry('email', mail, { from: undefined })),
      /channels\[1\]\.from: is missing; email is sent from an e-mail address/,
    ],
    [
      'a sender of no channel',
      { ...campaign(entry('sms', 'Hi')), from: 'clinic@example.com' },
      /^This campaign can't be used\. from: must be a number like/,
    ],
    [
      'a sender that is nothing',
      { ...campaign(entry('sms', 'Hi')), from: 'Clinic' },
      /from: must be a number like \+12085550199, .*an e-mail address, or the id of a page/,
    ],
    ['a country that is none', campaign(entry('voice', 'Hi', { region: 'XX' })), /channels\[0\]\.region: there is no country "XX"/],
    [
      'no column of addresses',
      { ...campaign(entry('email', mail)), fields: { phone: 'p', appointmentDate: 'd' } },
      /fields\.email: is missing; name the column that holds the e-mail address/,
    ],
    [
      'no column of ids',
      { ...campaign(entry('instagram', 'Hi')), fields: reminder.fields },
      /fields\.instagramId: is missing; .* knows a person on Instagram/,
    ],
    [
      'a filter of whole messages beside HTML',
      { ...campaign(entry('email', { subject: 's', html: '<p>x</p>' })), filters: [{ chop: 'a' }] },
      /filters\[0\]\.field: is missing; .* would break the HTML/,
    ],
    ['the same one twice', campaign(entry('voice', 'Hi'), entry('voice', 'Ho')), /channels\[1\]: repeats voice with the same schedule/],
  ];
  for (const [title, definition, words] of bad) it(`is refused for ${title}`, () => assert.match(refusal(definition), words));

  it('needs no phone where nothing goes to one', () => {
    const { phone: _, ...others } = reminder.fields;
    assert.equal(refusal({ ...campaign(entry('email', mail)), fields: others }), '');
  });
});

describe('the fallbacks of a channel', () => {
  const follows = (...fallbacks: object[]) => campaign({ ...entry('sms', { text: 'Hi', voice: 'Hello', subject: 's' }), fallbacks });
  const call = { afterMinutes: 30, channel: 'voice' };
  const mail = { afterMinutes: 60, channel: 'email', from: 'clinic@example.com' };
  const refused = (definition: object, words: RegExp): void => assert.match(refusal(definition), words);

  it("say what the channel's own template has for them, or what stands in theirs", () => {
    const good = follows(call, { ...mail, template: { subject: 'Hi', html: '<p>Hi</p>' } });
    assert.deepEqual(readDefinition(good), good);
  });
  it('are of another channel each', () => {
    refused(follows({ ...call, channel: 'sms' }), /fallbacks\[0\]\.channel: is sms again/);
    refused(follows(call, call), /fallbacks\[1\]\.channel: is voice again/);
  });
  it('have a sender of their kind, and a field to reach people by', () => {
    refused(follows({ afterMinutes: 5, channel: 'email' }), /fallbacks\[0\]\.from: must be an e-mail address/);
    refused(
      { ...follows({ afterMinutes: 5, channel: 'messenger', from: '102938475610293' }), fields: reminder.fields },
      /fields\.messengerId: is missing/,
    );
  });
  it('need a template that they can carry', () => {
    refused(follows({ ...mail, template: 'Hi' }), /fallbacks\[0\]\.template\.subject: is missing/);
    refused(follows({ ...call, template: '{{ nme }' }), /fallbacks\[0\]\.template: /);
  });
  it('come some time later', () => refused(follows({ ...call, afterMinutes: 0 }), /afterMinutes/));
});

import type { Channel } from '../kernel/ids.ts';
import type { ChannelEntry } from './definition.ts';
import type { Problem } from './definition-words.ts';
import { variantsOf, type TemplateSource, type TemplateVariants } from './template-variants.ts';

type Name = keyof TemplateVariants;

const picked = (variants: TemplateVariants, ...names: readonly Name[]): TemplateVariants =>
  Object.fromEntries(names.flatMap((name) => (variants[name] === undefined ? [] : [[name, variants[name]]])));

/** What a channel takes of a template; the rest is for other channels, and what it needs of a row does not matter here. */
export const variantsFor = (channel: Channel, source: TemplateSource): TemplateVariants => {
  const variants = variantsOf(source);
  switch (channel) {
    case 'mms':
      return picked(variants, 'text', 'media');
    case 'whatsapp':
      // beside an approved text the plain one is what reports show
      return picked(variants, 'text', 'whatsapp');
    case 'voice':
      return picked(variants, variants.voice === undefined ? 'text' : 'voice', 'voiceMachine');
    case 'email':
      return picked(variants, 'subject', 'text', 'html');
    default:
      return picked(variants, 'text');
  }
};

const textChannels: ReadonlySet<Channel> = new Set(['sms', 'mms', 'whatsapp', 'messenger', 'instagram']);

/** Whether people answer in words that a provider reads, some of which end its messages. */
export const isAnsweredInWords = (channel: Channel): boolean => textChannels.has(channel);

type Lack = Readonly<{ name: string; message: string }> | false;

const emailLacks = ({ text, html, subject }: TemplateVariants): readonly Lack[] => [
  subject === undefined && { name: 'subject', message: 'is missing; an e-mail needs one' },
  html === undefined && text === undefined && { name: 'html', message: 'is missing, and so is "text"; an e-mail says one of them' },
];

const lacksOf = (channel: Channel, variants: TemplateVariants): readonly Lack[] => {
  const { text, media, voice, whatsapp } = variants;
  const article = channel === 'sms' || channel === 'mms' || channel === 'instagram' ? 'an' : 'a';
  const noText: Lack = text === undefined && { name: 'text', message: `is missing; it is what ${article} ${channel} says` };
  switch (channel) {
    case 'sms':
      return [
        noText,
        media !== undefined && {
          name: 'media',
          message: 'can not go with an sms; name channel mms for it, or put an address into the text instead',
        },
      ];
    case 'mms':
      return [noText, media === undefined && { name: 'media', message: 'is missing; a message without a picture goes as sms' }];
    case 'whatsapp':
      if (whatsapp === undefined)
        return [text === undefined && { name: 'text', message: 'is missing, and so is "whatsapp"; one of them is what a whatsapp says' }];
      return [
        whatsapp.content === undefined && { name: 'whatsapp.content', message: 'is missing; write the id of the text that was approved' },
      ];
    case 'voice':
      return [
        text === undefined && voice === undefined && { name: 'voice', message: 'is missing, and so is "text"; a voice says one of them' },
      ];
    case 'email':
      return emailLacks(variants);
    default:
      return [noText];
  }
};

/** What a channel needs of its template, and what it can't carry. An e-mail is checked whole wherever it stands. */
export const checkVariants = ({ channel, template }: ChannelEntry, path: string): readonly Problem[] => {
  const variants = variantsOf(template);
  const isMail = variants.html !== undefined || variants.subject !== undefined;
  const lacks = [...lacksOf(channel, variants), ...(isMail && channel !== 'email' ? emailLacks(variants) : [])];
  return lacks.flatMap((lack) => (lack ? [{ path: `${path}.${lack.name}`, message: lack.message }] : []));
};

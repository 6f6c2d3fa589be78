/** Longest document that a call takes in its parameters: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource. */
export const longestTwiml = 4_000;
const keySeconds = 4;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 has no place for. */
// oxlint-disable-next-line no-control-regex
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(noXml, ' ')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Where a language stands alone: voices have a country. */
const countries: ReadonlyMap<string, string> = new Map(
  ['en-US', 'es-US', 'fr-FR', 'pt-BR', 'de-DE', 'it-IT'].map((voice) => [voice.slice(0, 2), voice]),
);

const say = (text: string, locale: string): string => `<Say language="${escaped(countries.get(locale) ?? locale)}">${escaped(text)}</Say>`;

/** For whoever answers: the words, during and after which one key may be pressed. */
export const twimlForPerson = (text: string, locale: string, keyUrl: string): string =>
  `<Response><Gather input="dtmf" numDigits="1" timeout="${keySeconds}" finishOnKey="" action="${escaped(keyUrl)}">${say(text, locale)}</Gather></Response>`;

/** After the beep of an answering machine. */
export const twimlForMachine = (text: string, locale: string): string => `<Response><Pause length="1"/>${say(text, locale)}</Response>`;

const thanks: ReadonlyMap<string, string> = new Map([
  ['en', 'Thank you. Goodbye.'],
  ['es', 'Gracias. Adiós.'],
  ['fr', 'Merci. Au revoir.'],
  ['pt', 'Obrigado. Até logo.'],
]);

/** After a key. Languages that we have no words in hear the line close. */
export const twimlAfterKey = (locale: string): string => {
  const words = thanks.get(locale.split('-')[0] ?? '');
  return `<Response>${words === undefined ? '' : say(words, locale)}<Hangup/></Response>`;
};

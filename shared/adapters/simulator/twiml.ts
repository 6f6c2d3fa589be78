import { SaxesParser } from 'saxes';

/** What a call does by its TwiML, as far as this network goes: texts that are said, in order, and where a pressed key is told. */
export type Twiml = Readonly<{ says: readonly string[]; gather: Readonly<{ action: string; digits: number }> | undefined }>;

const verbs: ReadonlySet<string> = new Set(['Response', 'Say', 'Pause', 'Gather', 'Hangup']);
const mostDigits = 20;

/** Undefined where it is no TwiML, or has a verb that this network does not know. https://www.twilio.com/docs/voice/twiml */
export const readTwiml = (xml: string): Twiml | undefined => {
  const parser = new SaxesParser();
  const says: string[] = [];
  const open: string[] = [];
  let gather: Twiml['gather'];
  let isRight = true;
  parser.on('error', () => {
    isRight = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    isRight &&= verbs.has(name) && (open.length === 0) === (name === 'Response');
    open.push(name);
    if (name === 'Say') says.push('');
    const { action = '', numDigits = '' } = attributes;
    if (name === 'Gather') gather = { action, digits: Number(numDigits) || mostDigits };
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    if (open.at(-1) === 'Say') says.push((says.pop() ?? '') + text);
  });
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return isRight && xml !== '' ? { says: says.map((text) => text.trim()), gather } : undefined;
};

import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable } from '#ports/row-reader.ts';

export type Attributes = Readonly<Record<string, string>>;
/** Names come without their prefix. */
export type XmlHandlers = Readonly<{
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}>;

/** A text between two tags is never longer than a cell may be, and some more. */
const longestText = 1_000_000;

export const damagedSheet = (): FileUnreadable =>
  new FileUnreadable('file_damaged', 'The spreadsheet is damaged and can not be opened. Open it, save it anew and drop it again.');

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const localAttributes = (attributes: Attributes): Attributes => {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(':'))) return attributes;
  // "r:id" and "id" are two things: only names that are free lose their prefix
  const short: Record<string, string> = { ...attributes };
  for (const name of names) short[local(name)] ??= attributes[name] ?? '';
  return short;
};

const parserFor = ({ open, close, text }: XmlHandlers, noteEvent: () => void): SaxesParser => {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  const refuse = (): never => {
    throw damagedSheet();
  };
  parser.on('error', refuse);
  // entities of its own are never needed, and how a few lines become gigabytes
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    noteEvent();
    depth += 1;
    if (depth > readingLimits.xmlDepth) refuse();
    open(local(name), localAttributes(attributes as Attributes));
  });
  parser.on('closetag', ({ name }) => {
    noteEvent();
    depth -= 1;
    close(local(name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
};

/** Parses block after block; after each one the caller may take what was found. Throws FileUnreadable. */
export async function* xmlBlocks(source: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  let fed = 0;
  let lastEvent = 0;
  const parser = parserFor(handlers, () => (lastEvent = fed));
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      fed += block.length;
      parser.write(decoder.decode(block, { stream: true }));
      if (fed - lastEvent > longestText) throw damagedSheet();
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
    yield;
  } finally {
    source.destroy();
  }
}

/** Parses all of it. Throws FileUnreadable. */
export const parseXml = async (source: Readable, handlers: XmlHandlers): Promise<void> => {
  for await (const _ of xmlBlocks(source, handlers));
};

import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable } from '#ports/row-reader.ts';

export const unreadableJson = (): FileUnreadable =>
  new FileUnreadable(
    'json_unreadable',
    'The file is no list of objects in JSON, or it is damaged or cut off. Export it again, or drop it as CSV.',
  );
const tooDeep = (): FileUnreadable =>
  new FileUnreadable(
    'json_too_deep',
    'The file nests its values deeper than any list of people would. Export it again, or drop it as CSV.',
  );
const severalLists = (): FileUnreadable =>
  new FileUnreadable(
    'json_several_lists',
    'The file has several lists of objects, and nobody can tell which one is meant. The rows of the first one go on; drop the others as files of their own.',
  );

/** One element of the list as it stands in the file; undefined where it is larger than a record may be. */
export type Element = Buffer | undefined;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** Of a byte order mark. */
const isMark = (byte: number): boolean => byte === 0xef || byte === 0xbb || byte === 0xbf;

type Mode = 'start' | 'object' | 'key' | 'colon' | 'value' | 'peek' | 'skip' | 'between' | 'element' | 'end';

type Splitting = {
  mode: Mode;
  /** the list stands under a key of an object */
  wrapped: boolean;
  listSeen: boolean;
  depth: number;
  inString: boolean;
  escaped: boolean;
  parts: Buffer[];
  size: number;
  /** where the element begins in this block */
  from: number;
  ready: Element[];
};

const inText = (state: Splitting, byte: number): boolean => {
  if (!state.inString) return false;
  if (state.escaped) state.escaped = false;
  else if (byte === backslash) state.escaped = true;
  else if (byte === quote) state.inString = false;
  return true;
};

/** Follows one byte of a value; 'after' when the value ended before it, 'with' when it ends it. */
const follow = (state: Splitting, byte: number): 'on' | 'with' | 'after' => {
  if (inText(state, byte)) return 'on';
  if (byte === quote) state.inString = true;
  else if (byte === openList || byte === openObject) {
    state.depth += 1;
    if (state.depth > readingLimits.jsonDepth) throw tooDeep();
  } else if (byte === closeList || byte === closeObject) {
    if (state.depth === 0) return 'after';
    state.depth -= 1;
    if (state.depth === 0) return 'with';
  } else if (byte === comma && state.depth === 0) return 'after';
  return 'on';
};

const begin = (state: Splitting, mode: 'skip' | 'element', at: number): void => {
  Object.assign(state, { mode, depth: 0, inString: false, escaped: false, parts: [], size: 0, from: at });
};

/** Keeps what the block has of the element, or its size alone where it is too large. */
const keep = (state: Splitting, part: Buffer): void => {
  state.size += part.length;
  if (state.size > readingLimits.recordBytes) state.parts = [];
  else state.parts.push(part);
};

const endElement = (state: Splitting): void => {
  state.ready.push(state.size > readingLimits.recordBytes ? undefined : Buffer.concat(state.parts));
  state.mode = 'between';
};

type Step = (state: Splitting, byte: number, at: number) => boolean | void;

/** What a byte does in each mode; true: the same byte is for the next mode as well. Whitespace comes only to modes that are within a value. */
const steps: Readonly<Record<Exclude<Mode, 'element'>, Step>> = {
  start: (state, byte) => {
    if (isMark(byte)) return;
    state.wrapped = byte === openObject;
    state.listSeen = byte === openList;
    if (byte !== openObject && byte !== openList) throw unreadableJson();
    state.mode = state.wrapped ? 'object' : 'between';
  },
  object: (state, byte) => {
    if (byte === quote) Object.assign(state, { mode: 'key', inString: true, escaped: false });
    else if (byte === closeObject) state.mode = 'end';
    else if (byte !== comma) throw unreadableJson();
  },
  key: (state, byte) => {
    inText(state, byte);
    if (!state.inString) state.mode = 'colon';
  },
  colon: (state, byte) => {
    if (byte !== colon) throw unreadableJson();
    state.mode = 'value';
  },
  value: (state, byte, at) => {
    if (byte === openList) state.mode = 'peek';
    else begin(state, 'skip', at);
    return byte !== openList;
  },
  peek: (state, byte, at) => {
    if (byte === closeList) {
      state.mode = 'object';
      return false;
    }
    begin(state, byte === openObject ? 'element' : 'skip', at);
    if (byte !== openObject) state.depth = 1;
    else if (state.listSeen) throw severalLists();
    else state.listSeen = true;
    return true;
  },
  skip: (state, byte) => {
    const end = follow(state, byte);
    if (end !== 'on') state.mode = 'object';
    return end === 'after';
  },
  between: (state, byte, at) => {
    // an element that ends where it begins would never end
    if (byte === closeObject) throw unreadableJson();
    if (byte === closeList) state.mode = state.wrapped ? 'object' : 'end';
    else if (byte !== comma) begin(state, 'element', at);
    return state.mode === 'element';
  },
  end: () => {
    throw unreadableJson();
  },
};

const within = new Set<Mode>(['key', 'skip']);

/** Follows an element to its end; returns how many bytes of the block are done. */
const takeElement = (state: Splitting, block: Buffer, start: number): number => {
  for (let at = start; at < block.length; at += 1) {
    const end = follow(state, block[at] ?? 0);
    if (end === 'on') continue;
    const next = end === 'with' ? at + 1 : at;
    keep(state, block.subarray(state.from, next));
    endElement(state);
    return next;
  }
  keep(state, block.subarray(state.from));
  state.from = 0;
  return block.length;
};

const takeBlock = (state: Splitting, block: Buffer): readonly Element[] => {
  let at = 0;
  state.from = 0;
  while (at < block.length) {
    if (state.mode === 'element') {
      at = takeElement(state, block, at);
      continue;
    }
    const byte = block[at] ?? 0;
    const again = (!isSpace(byte) || within.has(state.mode)) && steps[state.mode](state, byte, at);
    if (!again) at += 1;
  }
  return state.ready.splice(0);
};

/**
 * Cuts a list of JSON, or the one list of objects in an object, into its elements, whatever blocks it comes in. `end` throws where the list
 * was cut off. Both throw FileUnreadable.
 */
export const listSplitter = (): Readonly<{ take: (block: Buffer) => readonly Element[]; end: () => void }> => {
  const state: Splitting = {
    mode: 'start',
    wrapped: false,
    listSeen: false,
    depth: 0,
    inString: false,
    escaped: false,
    parts: [],
    size: 0,
    from: 0,
    ready: [],
  };
  return {
    take: (block) => takeBlock(state, block),
    end: () => {
      if (state.mode !== 'end' || !state.listSeen) throw unreadableJson();
    },
  };
};

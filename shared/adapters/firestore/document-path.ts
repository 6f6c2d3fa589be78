const path = /^[^/]+\/[^/]+(?:\/[^/]+\/[^/]+)*$/;

/** Firestore keeps `.`, `..` and `__x__` for itself; a tilde in front makes them ours, and is doubled where it is there already. */
const mayNeedEscape = /(?:^|\/)(?:\.|__|~)/;
const reserved = /^(?:\.\.?|__.*__|~.*)$/s;

const escaped = (part: string): string => (reserved.test(part) ? `~${part}` : part);
const unescaped = (part: string): string => (part.startsWith('~') ? part.slice(1) : part);

const eachPart = (text: string, change: (part: string) => string): string => text.split('/').map(change).join('/');

/** A path as Firestore takes it, of a document or of a collection. */
export const storedPath = (text: string): string => (mayNeedEscape.test(text) ? eachPart(text, escaped) : text);

/** The path as we wrote it. */
export const pathOfStored = (text: string): string => (text.includes('~') ? eachPart(text, unescaped) : text);

export const isDocumentPath = (text: string): boolean => path.test(text);

/** Throws when the text is no document path. */
export const storedDocumentPath = (text: string): string => {
  if (!isDocumentPath(text))
    throw new Error(`a document path is collection/id, or collection/id/collection/id: ${text.split('/').length} parts`);
  return storedPath(text);
};

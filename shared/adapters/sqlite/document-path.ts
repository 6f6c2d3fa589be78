/**
 * 52 bits of FNV-1a in two halves. An index holds this instead of the text: claims have random paths, and an index of a few bytes
 * an entry stays in memory where one of whole paths would not. Stored: never change it.
 */
export const hashOf = (text: string): number => {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return (high & 0xfffff) * 0x1_0000_0000 + (low >>> 0);
};

export type Folder = Readonly<{ collection: string; parent: string }>;

const path = /^[^/]+\/[^/]+(?:\/[^/]+\/[^/]+)*$/;

/** Throws when the text is no document path. */
export const folderOf = (text: string): Folder => {
  if (!path.test(text))
    throw new Error(`a document path is collection/id, or collection/id/collection/id: ${text.split('/').length} parts`);
  const parent = text.slice(0, text.lastIndexOf('/'));
  return { parent, collection: parent.slice(parent.lastIndexOf('/') + 1) };
};

/** FNV-1a and a last stir: names that differ in one digit lie far apart. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The same number for the same text, from 0 up to but not 1, evenly spread: for whoever takes a share of many. */
export const shareOf = (text: string): number => hashOf(text) / 2 ** 32;

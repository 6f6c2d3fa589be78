import { partitionGroupOf } from '#domain/kernel/streams.ts';

const named = (group: string, count: number): readonly string[] => Array.from({ length: count }, (_, n) => `${group}-${n}`);

/** Stored: never change their names, number or order. */
const bulkPartitions = named('bulk', 48);
const otherPartitions = named('other', 16);
export const partitions: readonly string[] = [...bulkPartitions, ...otherPartitions];

/** FNV-1a, mixed at the end so that names which differ in their last character alone part. Stored: never change it. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};

export const partitionOf = (stream: string): string => {
  const group = partitionGroupOf(stream) === 'bulk' ? bulkPartitions : otherPartitions;
  return group[hashOf(stream) % group.length] ?? 'other-0';
};

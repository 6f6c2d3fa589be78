import type { RecordedEvent } from '#domain/catalogue.ts';
import type { ConsentEvent } from '#domain/consent/events.ts';
import type { KeptProof } from '#domain/consent/person-events.ts';

const mostProofs = 200;
const longestProofs = 500_000;

export const isConsent = (event: RecordedEvent): event is ConsentEvent & RecordedEvent =>
  event.type === 'ConsentWithdrawn' || event.type === 'ConsentGiven' || event.type === 'ConsentAsked';

const proofOf = (event: ConsentEvent & RecordedEvent): readonly KeptProof[] => {
  const { type, occurredAt: at, data, private: said } = event;
  if (!said) return [];
  const { family, source } = data;
  const more = {
    ...('scope' in data ? { scope: data.scope } : {}),
    ...('purpose' in data ? { purpose: data.purpose } : {}),
    ...('word' in data && data.word !== undefined ? { word: data.word } : {}),
  };
  return [{ at, type, family, source, ...more, ...said }];
};

/** What somebody has said about messages, as it is kept for its five years: the newest lines, as many as one commit takes. */
export const keptProofs = (events: readonly RecordedEvent[]): readonly KeptProof[] => {
  const all = events.filter(isConsent).flatMap(proofOf).slice(-mostProofs);
  while (JSON.stringify(all).length > longestProofs) all.shift();
  return all;
};

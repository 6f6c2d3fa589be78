const hoursOpen = 24;
const mostPeople = 100_000;

/** Who wrote to us within the last 24 hours: only they may be written to with words of one's own on WhatsApp. */
export type Sessions = Readonly<{ wrote: (address: string) => void; isOpen: (address: string) => boolean }>;

export const sessions = (): Sessions => {
  const until = new Map<string, number>();
  return {
    wrote: (address) => {
      if (until.size >= mostPeople) until.delete(until.keys().next().value ?? '');
      until.set(address, Date.now() + hoursOpen * 3_600_000);
    },
    isOpen: (address) => (until.get(address) ?? 0) > Date.now(),
  };
};

/** First in, first out, without moving what waits: an array's shift takes longer the more there is. */
export type Queue<Item> = Readonly<{ add: (item: Item) => void; take: () => Item; size: () => number }>;

const mostTaken = 10_000;

export const queue = <Item>(): Queue<Item> => {
  let items: Item[] = [];
  let taken = 0;
  return {
    add: (item) => void items.push(item),
    take: () => {
      const item = items[taken];
      if (item === undefined) throw new Error('nothing waits here');
      taken += 1;
      if (taken === items.length || taken >= mostTaken) [items, taken] = [items.slice(taken), 0];
      return item;
    },
    size: () => items.length - taken,
  };
};

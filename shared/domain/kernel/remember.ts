/**
 * A pure function with a memory of its last answers: between `limit / 2` and `limit` of them, the older half goes at once.
 * Cheaper than a true LRU, and bounded just the same. An undefined answer is asked for again.
 */
export const remember = <Key, Answer>(limit: number, compute: (key: Key) => Answer): ((key: Key) => Answer) => {
  let recent = new Map<Key, Answer>();
  let older = new Map<Key, Answer>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const answer = older.get(key) ?? compute(key);
    if (recent.size * 2 >= limit) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, answer);
    return answer;
  };
};

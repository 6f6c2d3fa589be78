const inOrder = (facts: object): string => JSON.stringify(Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Whether two drafts say the same, in whatever order. */
export const sameFacts = (one: object | undefined, other: object): boolean => one !== undefined && inOrder(one) === inOrder(other);

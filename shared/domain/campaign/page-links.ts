/** What a link of ours in a message leads to: one answer, the page with all of them, or the end of messages of its channel. */
export const pageKinds = ['answer', 'confirm', 'cancel', 'reschedule', 'unsubscribe'] as const;
export type PageKind = (typeof pageKinds)[number];

export type LinkName = `${PageKind}Url`;
export const linkNames: readonly LinkName[] = pageKinds.map((kind) => `${kind}Url` as const);

/** Names that templates have beside the row's own: `{{ confirmUrl }}`. */
export const isLinkName = (name: string): name is LinkName => (linkNames as readonly string[]).includes(name);

export const kindOfLink = (name: LinkName): PageKind => name.slice(0, -'Url'.length) as PageKind;

/** Makes the address behind a link of one message. */
export type LinkTo = (kind: PageKind) => string;

/** The links that a text names, made only where it names them: each costs a signature. */
export const linksFor = (names: readonly LinkName[], linkTo: LinkTo | undefined): Readonly<Partial<Record<LinkName, string>>> => {
  if (!linkTo || names.length === 0) return {};
  return Object.fromEntries(names.map((name) => [name, linkTo(kindOfLink(name))]));
};

import { createHash } from 'node:crypto';

/** A text that somebody approved, with numbered places: `Hi {{1}}`. */
export type Content = Readonly<{ sid: string; name: string; language: string; body: string; createdAt: number }>;

export type Contents = Readonly<{
  add: (content: Readonly<{ name: string; language: string; body: string }>) => Content;
  get: (sid: string) => Content | undefined;
  /** The words that a recipient reads; undefined where a place has no value. What this network does not know it shows by its values. */
  render: (sid: string, variables: Readonly<Record<string, string>>) => string | undefined;
}>;

const mostContents = 1_000;

/** Texts made through the Content API. A sid follows from what it stands for, so that it is the same again after a restart. */
export const contents = (): Contents => {
  const known = new Map<string, Content>();
  return {
    add: ({ name, language, body }) => {
      const digest = createHash('sha256')
        .update(JSON.stringify([name, language, body]))
        .digest('hex');
      const content = { sid: `HX${digest.slice(0, 32)}`, name, language, body, createdAt: Date.now() };
      if (known.size >= mostContents) known.delete(known.keys().next().value ?? '');
      known.set(content.sid, content);
      return content;
    },
    get: (sid) => known.get(sid),
    render: (sid, variables) => {
      const content = known.get(sid);
      if (!content) return Object.values(variables).join(' ') || sid;
      let isWhole = true;
      const body = content.body.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
        if (!Object.hasOwn(variables, name)) isWhole = false;
        return variables[name] ?? '';
      });
      return isWhole ? body : undefined;
    },
  };
};

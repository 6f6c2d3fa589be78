import assert from 'node:assert/strict';
import { outgoing, reportsOf, words, type OpenedProvider, type Rule, type Trouble } from './provider.opened.ts';

const kinds: readonly Trouble[] = ['too many requests', 'error', 'silence', 'cut', 'malformed after accept'];

const told = async (opened: OpenedProvider): Promise<string[]> => {
  const { provider } = opened;
  const shown: string[] = [];
  for (const kind of kinds) {
    await opened.trouble(kind);
    shown.push(JSON.stringify(await provider.send(outgoing(opened))));
  }
  for (const { message } of opened.refusals) shown.push(JSON.stringify(await provider.send(outgoing(opened, message))));
  const stranger = await opened.stranger();
  shown.push(JSON.stringify(await stranger.send(outgoing(opened))));
  await stranger.close();
  return shown;
};

const answered = (opened: OpenedProvider): string[] => {
  const { signed, read } = reportsOf(opened);
  const good = signed({});
  const odd = [{ ...good, body: `${good.body}&x=${words}` }, signed({ status: 'odd' }), signed({ query: '' })];
  return odd.map((request) => JSON.stringify(read(request)));
};

/** What is logged of a provider is its outcomes, and what it says of reports: so neither shows a secret or a person. */
export const providerSecrecy = (rule: Rule): void => {
  rule('shows no secret and no person in an outcome or an error', async (opened) => {
    const { to, refusals, secrets } = opened;
    const shown = [...(await told(opened)), ...(opened.reports ? answered(opened) : [])];
    const people = [to, to.slice(1), words.slice(0, 10), ...refusals.flatMap(({ message }) => message.to || [])];
    for (const text of shown) for (const secret of [...secrets, ...people]) assert.ok(!text.includes(secret), text);
  });
};

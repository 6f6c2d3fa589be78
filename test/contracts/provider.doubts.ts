import assert from 'node:assert/strict';
import type { Provider } from '#ports/provider.ts';
import { eventually } from '../support/eventually.ts';
import { outgoing, words, type OpenedProvider, type Rule } from './provider.opened.ts';

const minute = 60_000;
const before = () => new Date(Date.now() - 2_000).toISOString();

/** The words of a message, as the provider's list shows them. */
const bodyOf = ({ content }: OpenedProvider): string => {
  const made = content(words);
  if ('body' in made) return made.body;
  if ('script' in made) return made.script;
  return 'text' in made ? made.text : made.approved;
};

const able = <Ability>(ability: Ability | undefined): Ability => {
  if (!ability) throw new Error('a provider that lacks this ability names the rule among those that it skips');
  return ability;
};

const lookOf = ({ provider }: OpenedProvider): NonNullable<Provider['look']> => able(provider.look);
const findOf = ({ provider }: OpenedProvider): NonNullable<Provider['find']> => able(provider.find);

/** Answers that say nothing, and what may be asked afterwards. */
export const providerDoubts = (rule: Rule): void => {
  for (const kind of ['error', 'unavailable', 'silence', 'cut', 'cut after accept', 'malformed after accept'] as const)
    rule(`is in doubt, and does not try again by itself: ${kind}`, async (opened) => {
      await opened.trouble(kind);
      const outcome = await opened.provider.send(outgoing(opened));
      assert.equal(outcome.kind, 'unknown', JSON.stringify(outcome));
      assert.equal((await opened.received(opened.to)).length, kind.endsWith('after accept') ? 1 : 0);
      assert.equal((await opened.provider.send(outgoing(opened))).kind, 'accepted', 'the next request is a new one');
    });
  rule('finds afterwards what was accepted without an answer', async (opened) => {
    const { provider, to } = opened;
    const find = findOf(opened);
    const { channel } = opened.content(words);
    const since = before();
    assert.deepEqual(await find(to, minute, channel), []);
    await opened.trouble('cut after accept');
    await provider.send(outgoing(opened));
    const found = await find(to, minute, channel);
    // a list of calls has no words
    assert.deepEqual(
      found.map((message) => [message.to, channel === 'voice' ? message.body : (message.body ?? 'nothing')]),
      [[to, channel === 'voice' ? undefined : bodyOf(opened)]],
    );
    assert.ok(found[0]!.createdAt >= since.slice(0, 19) && found[0]!.createdAt <= new Date().toISOString());
    await eventually('its end is listed', async () => (await find(to, minute, channel))[0]!.status === 'delivered');
    assert.deepEqual(await find(to, -minute, channel), [], 'nothing was made in the future');
  });
  rule("finds what was accepted by the provider's own clock", async (opened) => {
    const { provider, to } = opened;
    const find = findOf(opened);
    await provider.send(outgoing(opened));
    const { now } = Date;
    try {
      Date.now = () => now() + 60 * minute;
      assert.equal((await find(to, minute, opened.content(words).channel)).length, 1, 'this machine is an hour ahead');
    } finally {
      Date.now = now;
    }
  });
  rule('tells of one message what became of it', async (opened) => {
    const { channel } = opened.content(words);
    const look = lookOf(opened);
    const outcome = await opened.provider.send(outgoing(opened));
    assert.ok(outcome.kind === 'accepted', JSON.stringify(outcome));
    await eventually('it is delivered', async () => (await look(outcome.reference, channel))?.status === 'delivered');
    assert.equal(await look(opened.strangeReference, channel), undefined);
  });
  rule('does not call a message unknown because the provider does not answer', async (opened) => {
    const { channel } = opened.content(words);
    const look = lookOf(opened);
    const outcome = await opened.provider.send(outgoing(opened));
    assert.ok(outcome.kind === 'accepted', JSON.stringify(outcome));
    for (const kind of ['too many requests', 'error', 'silence', 'cut'] as const) {
      await opened.trouble(kind);
      await assert.rejects(
        look(outcome.reference, channel),
        (error) => opened.secrets.every((secret) => !String(error).includes(secret)),
        kind,
      );
    }
  });
};

import assert from 'node:assert/strict';
import { failureOf } from '#adapters/twilio/error-codes.ts';
import { wordsFor } from '#domain/message/code-words.ts';

describe('the words for a code', () => {
  it('say what happened in a sentence', () => {
    for (const code of ['phone_missing', 'phone_invalid', 'duplicate', 'past_window', 'template_error', 'row_unreadable', 'window_past'])
      assert.match(wordsFor(code), /^[A-Z].{20,}\.$/);
  });
  it('name the field that is missing', () => assert.match(wordsFor('field_missing', 'practitioner'), /"practitioner"/));
  it('know every failure that a provider reports', () => {
    const codes = new Set(Array.from({ length: 90_000 }, (_, n) => failureOf(10_000 + n).code));
    assert.ok(codes.size > 20);
    for (const code of codes) assert.doesNotMatch(wordsFor(code), /Something else/, code);
  });
  it('are sensible for a code that nobody has described', () => {
    assert.equal(wordsFor('moon_phase'), 'Something else was wrong: moon phase.');
    assert.equal(wordsFor('constructor'), 'Something else was wrong: constructor.');
  });
});

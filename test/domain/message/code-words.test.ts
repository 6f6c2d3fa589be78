import assert from 'node:assert/strict';
import { codeOf as bandwidthCodeOf } from '#adapters/bandwidth/error-codes.ts';
import { codeOf as messagebirdCodeOf, refusalOf as messagebirdRefusalOf } from '#adapters/messagebird/error-codes.ts';
import { refusalOf as metaRefusalOf } from '#adapters/meta/error-codes.ts';
import { failureOf } from '#adapters/twilio/error-codes.ts';
import { callEndOf } from '#adapters/twilio/statuses.ts';
import { wordsFor } from '#domain/message/code-words.ts';

describe('the words for a code', () => {
  it('say what happened in a sentence', () => {
    const codes = [
      'phone_missing phone_invalid phone_landline date_missing date_invalid time_invalid field_missing template_error too_long',
      'row_too_wide row_too_large row_unreadable row_not_utf8 forgotten column_missing column_repeated',
      'duplicate past_window person_limit campaign_archived window_past opted_out no_answer',
      'file_empty file_binary file_too_large file_too_long file_too_wide file_damaged file_locked file_unpacks_too_large file_packed_twice archive_empty archive_several sheet_missing sheet_too_large json_unreadable json_too_deep json_several_lists file_md5_differs file_unreadable file_replaced file_gone header_unreadable campaign_unknown',
    ];
    for (const code of codes.flatMap((line) => line.split(' '))) {
      assert.match(wordsFor(code), /^[A-Z].{20,}\.$/);
      assert.doesNotMatch(wordsFor(code), /Something else/, code);
    }
  });
  it('say that a day may not exist, though its date can be read', () => assert.match(wordsFor('date_invalid'), /no such day/));
  it('name the field that is missing', () => assert.match(wordsFor('field_missing', 'practitioner'), /"practitioner"/));
  it('know every failure that a provider reports', () => {
    const codes = new Set(Array.from({ length: 90_000 }, (_, n) => failureOf(10_000 + n).code));
    assert.ok(codes.size > 20);
    for (const code of codes) assert.doesNotMatch(wordsFor(code), /Something else/, code);
  });
  it('know every failure of the thinner providers, and every end of a call', () => {
    const upTo = (most: number) => Array.from({ length: most }, (_, n) => n);
    const parameters = ['recipients', 'originator', 'body', 'reportUrl', 'validity', ''];
    const ends = ['busy', 'no-answer', 'failed', 'completed'].flatMap((word) =>
      ['fax', 'machine_end_beep'].map((by) => callEndOf(word, by)),
    );
    const codes = new Set([
      ...upTo(10_000).map(bandwidthCodeOf),
      ...upTo(200).map(messagebirdCodeOf),
      ...upTo(100).flatMap((code) => parameters.map((parameter) => messagebirdRefusalOf(code, parameter)?.code)),
      ...upTo(1_000).map((code) => metaRefusalOf(code, 0)?.code),
      ...[2_018_001, 2_018_278, 2_018_108, 1_545_041, 2_534_022].map((subcode) => metaRefusalOf(0, subcode)?.code),
      ...ends.map((end) => end?.code),
      'channel_unsupported',
    ]);
    codes.delete(undefined);
    assert.ok(codes.size > 30, [...codes].join());
    for (const code of codes) assert.doesNotMatch(wordsFor(String(code)), /Something else/, code);
  });
  it('are sensible for a code that nobody has described', () => {
    assert.equal(wordsFor('moon_phase'), 'Something else was wrong: moon phase.');
    assert.equal(wordsFor('constructor'), 'Something else was wrong: constructor.');
  });
});

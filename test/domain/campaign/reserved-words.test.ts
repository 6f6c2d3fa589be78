import assert from 'node:assert/strict';
import { misusedWords, reservedWordOf } from '#domain/campaign/reserved-words.ts';

/** What people write, and the word that would unsubscribe them; none where the text is fine. */
const texts: readonly (readonly [text: string, misused?: string])[] = [
  ['STOP to opt out.'],
  ['Reply STOP to unsubscribe'],
  ['reply stop to stop'],
  ['Text STOP to end'],
  ['Reply STOP.'],
  ["Reply C to confirm, R to change, X if you can't come. STOP to opt out."],
  ['Reply HELP for help, STOP to quit'],
  ['To opt out reply STOP'],
  ['To unsubscribe, text END'],
  ["Reply 'STOP' to stop these messages"],
  ['STOP=opt out'],
  ['Reply CANCEL to opt out'],
  ['Reply STOP to cancel these reminders'],
  ['Reply STOP to no longer receive texts'],
  ['Send STOP to be removed from these reminders'],
  ['Reply STOP to stop appointment reminders'],
  ['Reply STOP to stop or HELP for help'],
  ['STOP to end anytime'],
  ['Text STOP to stop receiving our msgs'],
  ['Please cancel by Friday'],
  ['Call us to cancel.'],
  ['Reply C to confirm or call us to cancel.'],
  ['Reply C to confirm, X to cancel.'],
  ['Reply C to confirm, R to reschedule or cancel.'],
  ['Your visit will END AT 5'],
  ['To end your treatment, call us.'],
  ["Don't stop taking your pills for 3 days."],
  ['Text us. We cancel after 10 minutes.'],
  ['Front desk open until the end of day, reply C.'],
  ['If you cancel, reply X'],
  ['Reply X to cancel or stop by our office for help'],
  ['We are at {{ address }}. Weekend hours end at noon.'],
  ['Reply CANCEL to cancel', 'CANCEL'],
  ['Reply CANCEL to cancel your appointment', 'CANCEL'],
  ['Reply YES to confirm or CANCEL to cancel.', 'CANCEL'],
  ['reply yes to confirm or cancel to cancel', 'CANCEL'],
  ['CANCEL to cancel', 'CANCEL'],
  ["Text 'cancel' to cancel", 'CANCEL'],
  ['Reply YES or CANCEL', 'CANCEL'],
  ['reply with yes or cancel', 'CANCEL'],
  ['Reply yes/no/cancel', 'CANCEL'],
  ['Reply: CONFIRM / CANCEL', 'CANCEL'],
  ['Reply C=confirm, CANCEL=cancel', 'CANCEL'],
  ['Reply C to confirm, CANCEL to cancel', 'CANCEL'],
  ['Reply {{ yes }} or CANCEL', 'CANCEL'],
  ['Type "Cancel" to cancel {{ practitioner }}', 'CANCEL'],
  ['Reply CANCEL', 'CANCEL'],
  ['REPLY CANCEL TO CANCEL', 'CANCEL'],
  ["Respond with cancel if you can't make it", 'CANCEL'],
  ['Reply CANCEL\nto cancel', 'CANCEL'],
  ['Reply STOP to cancel your appointment', 'STOP'],
  ['STOP to cancel your visit', 'STOP'],
  ['Text STOP to stop your appointment', 'STOP'],
  ['Reply STOP for help', 'STOP'],
  ['Reply STOP ALL to move your visit', 'STOPALL'],
  ['Reply STOPALL to reschedule', 'STOPALL'],
  ['Reply END to end your appointment', 'END'],
  ['Reply END to finish', 'END'],
  ['Reply END to end the call', 'END'],
  ['STOP to stop your treatment', 'STOP'],
  ["Reply QUIT if you can't come", 'QUIT'],
  ['Reply UNSUBSCRIBE to reschedule', 'UNSUBSCRIBE'],
  ['Reply OPT OUT to move your visit', 'OPTOUT'],
  ['Reply OPTOUT to decline', 'OPTOUT'],
  ['Reply REVOKE to decline', 'REVOKE'],
];

describe('reserved words', () => {
  for (const [text, misused] of texts) {
    it(`${JSON.stringify(text)} ${misused === undefined ? 'is fine' : `misuses ${misused}`}`, () =>
      assert.deepEqual(misusedWords(text), misused === undefined ? [] : [misused]));
  }

  it('are known as an answer, however they are written', () => {
    for (const answer of ['STOP', 'stop', ' Stop. ', 'opt-out', 'Opt out', 'STOP ALL', 'cancel', '"END"', 'quit', 'revoke', 'unsubscribe'])
      assert.ok(reservedWordOf(answer), answer);
    for (const answer of ['X', 'C', 'NO', 'stopped', 'cancel it', 'ending', '']) assert.equal(reservedWordOf(answer), undefined, answer);
  });
});

/** Replies by what they say of an appointment. `unclear`: a person has to look. All sentences are ours, written after the patterns and without a look at them. */
export type Answers = Readonly<Record<'confirm' | 'cancel' | 'reschedule' | 'unclear', readonly string[]>>;

export const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

export const english: Answers = {
  confirm: lines(`
      Yes
      yes please
      Yep
      yeah I'll be there
      👍
      👍🏼👍🏼
      ✅
      ok see you
      OK
      Okay thanks
      Ok thank you so much
      I'll be there
      we will be there
      See you tomorrow!
      see u then
      Confirmed
      confirm
      I confirm
      I confirm my appointment
      Yes, confirming for Monday
      C
      Y
      Perfect, thanks!
      Sounds good
      That works
      works for me
      Got it, thank you
      No problem, I'll be there at 9
      Thank you for the reminder, see you Monday
      Sure thing
      Absolutely
      yes ma'am
      Both of us will be there
      She will be there
      Planning on it! I'll be there
      on my way
      all good
      please keep my appointment
      I will make it
      Don't cancel, I'm coming
      no need to reschedule, I'll come
      Yes. Thank you
      good to go 👍
    `),
  cancel: lines(`
      No
      Nope
      X
      can't make it
      I can't make it tomorrow
      Cannot come
      I won't be able to make it
      we are not able to attend
      unable to make it
      please cancel
      Please cancel my appointment
      Cancel it please
      I need to cancel
      need to cancel for tomorrow sorry
      Yes please cancel
      Hi, I have to cancel my appt
      not coming
      I'm not going to make it
      I will have to miss this one
      don't need the appointment anymore
      I no longer need this appointment
      Sorry can't come
      No, I can't
      👎
      ❌
      won't be there
      Going to have to cancel
      You can give my spot to somebody else
      couldnt make it
    `),
  reschedule: lines(`
      R
      Reschedule
      can I reschedule?
      I need to reschedule please
      need to change my appointment
      Can we do Friday instead?
      Could we move it to next week?
      Is there anything later in the day
      do you have anything earlier?
      can I come in on Thursday at 2?
      different day please
      Another time would be better
      I have to cancel and reschedule
      can't make it, can we do another day
      Yes but can we make it 3pm instead
      any openings next week?
      Can you push it back an hour
      switch me to the afternoon please
      what about Tuesday instead
      I'd like to rebook
    `),
  unclear: lines(`
      What time is it?
      Who is this?
      Where are you located
      can you confirm the address?
      maybe
      not sure yet
      I might be 15 minutes late
      running late
      my insurance changed
      Do I need to fast?
      I'll try to make it
      Call me please
      How much will it cost?
      ok but what about my insurance?
      my son has a fever, what should I do
      asdf
      I'm outside
      let me check and let you know
      Yes no
    `),
};

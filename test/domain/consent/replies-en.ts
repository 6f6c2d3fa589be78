import { lines, type Replies } from './replies.ts';

export const optOuts: readonly Replies[] = [
  {
    from: '47 CFR 64.1200(a)(10): the words themselves, as people type them',
    texts: lines(`
      stop
      StOp
      Quit.
      "STOP"
      *stop*
      end
      Revoke
      OPT-OUT
      Opt out!
      unsubscribe.
      cancel
      STOP.....
      ＳＴＯＰ
      sTOP ALL
      stop!!!!!!
      unsub
      STOPP
      stpo
      unsuscribe
    `),
  },
  {
    from: 'the shapes that Postscript, iVIP and Braze name as opt-outs without a keyword, and the issues of p2pu/learning-circles and Spoke',
    texts: lines(`
      Stop. Appreciate it
      stop thx
      Please quit
      ok please stop now
      hey can you please stop
      STOP my husband passed away last year
      Stop, I don't go to this dentist anymore
      I moved to Ohio. Please take me off this list
      Could you take my number off your texting list please?
      kindly remove this number from your records
      pls delete my number
      remove me please and thank you
      Get me off this list!!
      Do not send me any more of these
      please don't send me texts
      dont contact me ever again
      Never text this number again
      I do not want to receive these reminders any longer
      I don't wish to get text messages from your office
      no longer want texts
      I'd rather not, please stop texting
      quit sending me this crap
      would you quit calling me
      stop w the texts
      stop the reminders please
      no more reminders please
      no more messages!!
      enough with the texting already
      I am opting out
      opt me out please
      i want to be removed from the list
      How do I get off this list
      How can I unsubscribe from these messages
      who is this? wrong number
      You've got the wrong person
      This is no longer Karen's number
      I revoke my consent
      I never gave you permission to text me
      I didn't sign up for these texts
      leave us alone
      lose this number
      blocking this number
      fuck off
      if you don't stop texting me I will call my lawyer
      I've asked you three times to stop
      for the last time stop
      STOP TEXTING MY DAUGHTER
      please stop all communication
      stop contacting me at this number
      cease all contact
      stop everything
      cancel my text reminders
      cancel these messages pls
      unsubscribe me from all lists
      We are not patients there, please remove us from your system
      🛑
      stop ✋
      just stop
      stop it please
      turn off notifications
      turn these reminders off? stop texting
      tired of these texts
      not interested, take me off
      do not call or text me again
      don't message me
      please no more texting
      stop spamming my phone
      Stop sending messages to my work phone
      Please discontinue text messages
    `),
  },
];

/** None of these asks for an end of the messages. */
export const others: readonly Replies[] = [
  {
    from: 'ProgressiveCoders/Spoke#1016 ("we have to stop this bill"), and what patients write with the words of the tables',
    texts: lines(`
      We have to stop this bill
      Count me in, we need to STOP this law!
      don't stop, keep the reminders coming
      Please don't unsubscribe me
      Can I stop by to pick up my glasses?
      I'll stop by around 3
      I have to stop at the pharmacy first, running 5 late
      Should I stop taking my blood thinner before the surgery?
      Do I need to stop eating at midnight
      When can I stop using the drops
      the bleeding won't stop
      my tooth won't stop hurting, can you call me?
      It stopped raining so I'll be there
      The bus doesn't stop there anymore
      Is there a stop near your clinic
      please cancel
      Please cancel my appointment
      cancel my appt pls
      I need to cancel for tomorrow
      can you cancel it and call me
      I need to cancel the cleaning but keep the exam
      end of the day works better
      What time does it end?
      Can we do the end of next week
      I quit my job so my insurance changed
      I quit smoking in March
      how do I remove the bandage
      will you remove the stitches at this visit?
      Can you remove my wisdom teeth at the same time
      take me off the 9am and put me at 10
      please take me off the wait list
      Take me off the schedule for Friday
      please remove the late fee
      did you get my message?
      I never got a text about this
      I got your text thanks
      I didn't receive a call
      Why didn't anyone call me back
      you never called me
      Don't call me at work please
      don't text before 9 am please
      Don't call me, text me
      call me please
      Please text me the address
      Could you text my husband instead
      send me the forms please
      Please send the reminder to my email too
      I don't want to miss my appointment
      I don't want the flu shot
      I do not want to change my appointment
      I don't need a ride
      don't worry I'll be there
      Not this time, thanks
      no thanks
      No, not interested in the whitening
      I gave you the wrong number before, this one is right
      I think I have the wrong time
      wrong day? I thought it was Tuesday
      Did I opt in for this? yes keep them
      Can I opt out of the x-ray?
      I want to opt out of the fluoride treatment
      leave it alone, I'll keep the appointment
      ok
      Yes
      yes please
      Y
      C
      confirm
      confirmed thanks
      see you then
      Who is this?
      What is the address?
      I'm outside
      running late
      can't make it
      I have a fever, should I still come
      My number changed, the new one is 208 555 0147
      this is my new phone number
      Let me know when you're ready
      He can't stop coughing
      I might end up being late
      Unless it stops snowing I can't come
      Thank you for the reminder!
      I love these reminders, thank you
      Thanks for reminding me
      Liked "Reply STOP to opt out"
      Loved “Your appointment is Monday at 9. Reply STOP to end”
      Reply C to confirm
      please stop the clock, I'm almost there
      The pain is non stop
      kids school ends at 3, can we come after
      no problem
      No changes, see you
      nothing to cancel, I'll be there
      We can cancel if the doctor is sick
      cancelled flight, I'm stuck, need to reschedule
      I lost my phone, sorry for the late answer
      you can delete the old phone number, use this one
      is this number for texting too
      I blocked the morning for you
      Shut the gate when you leave please
      do you text results?
    `),
  },
];

import { choice, phrasesOf, some } from './phrase.ts';

/**
 * How people ask for no more messages in more than a word. Covers what the automatic opt-out of the Spoke projects looks for, what Postscript and iVIP
 * list as opt-outs that they met, and the replies in p2pu/learning-circles#593, #372 and ProgressiveCoders/Spoke#1016.
 */

const kinds =
  'texts?|texting|text messages?|txts?|txting|txt|msgs?|msging|msg|messages?|messaging|sms|mms|spam|spamming|reminders?|reminding|notifications?|notifying|alerts?|e ?mails?|emailing|robocalls?|calls|calling|contacting|bothering|harassing|bugging|pestering|subscriptions?|communications?|writing|following up|solicitations?|solicitating|soliciting|blasts?|promotions?|promos?|ads';
const between =
  'w|it|all|any|the|these|those|this|that|your|ur|yr|my|our|sending|receiving|getting|with|of|from|me|us|to|out|up|at once|automated|automatic|auto|appointment|appt|annoying|more|further|future|unwanted|stupid|damn|dang|fucking|fing|freaking|daily|constant|so|many|having|doing|being|non|stop|phone|text|sms|robo|marketing|promotional|please|pls';
const lists =
  'lists?|systems?|database|databases|records?|contacts?|distribution|mailing|mailings|service|subscriptions?|group|thread|chat|texts?|texting|messages?|messaging|sms|reminders?|notifications?|alerts?|calls|program|directory|files?|phone book|phonebook|rotation';
const onList = `(?:from|off|off of|of|out of|on|in) (?:(?:your|ur|the|this|these|all|any|that|those|every|of|from|future|further|text|texting|txt|sms|message|messaging|mailing|contact|contacts|call|calling|email|reminder|reminders|notification|phone|marketing|patient|automated|distribution|client|customer|campaign|clinic|office|company) ){0,6}(?:${lists}|this|it|here|everything)`;
const who = '(?:me|us|my|this|our|the|phone|cell|cellphone|mobile|name|number|numbers|info|information|contact|details|data|him|her|and)';
const done = '(?: (?:please|pls|plz|now|asap|thanks|thank you|thx|and|immediately|today|right away|already|again|at once|🙏))*';
const tellers =
  'text|txt|message|msg|messages|contact|call|sms|email|e mail|bother|remind|write|notify|disturb|spam|reach out to|ping|harass|solicit';
const when =
  'at (?!this|all|any)|before|after|until|till|til|while|when|during|if|unless|on (?:the )?(?:week|mon|tue|wed|thu|fri|sat|sun|my|our)|so (?:early|late)|about (?!this|it|these|anything)|back|too|in the|between|twice';

/** Not between the verb and the messages: then something else is to end. */
const elsewhere =
  'back|until|till|before|after|by|at|because|if|when|taking|eating|using|miss|lose|forget|change|order|pain|treatment|get|see|read|find|have|without|waiting';

const patterns = [
  `(?:stop|quit|cease|discontinue|disable|(?:dont|do not|no longer|not|didnt) (?:want|wish|like|need|ask for|request|appreciate)) (?:(?!(?:${elsewhere})(?!\\p{L}))\\p{L}+ ){0,5}(?:texts|texting|messages|messaging|msgs|txts|sms|reminders|notifications|alerts|spam|robocalls)(?! (?:to|back|until|till|before))`,
  '(?:off|from|out) (?:of )?(?:this|your|ur|these|all) (?!(?:\\w+ ){0,2}(?:wait|cancel|surg|sched|price|med))(?:\\w+ ){0,3}lists?(?! for)',
  'off (?:of )?the (?:list|lists|(?:text|texting|sms|message|messaging|mailing|contact|call|calling|reminder|distribution) lists?)(?! for)',
  `(?:stop|quit|cease|discontinue|turn off|disable|shut off|enough(?: of)?|no more|end|cancel|sick of|tired of|done with|unsubscribe from|block) ${some(between)}(?:${kinds})(?! (?:back|yet|until|till|before|and driv|it a|such|the (?:order|pills)|a (?:book|letter)))`,
  '(?:stop|quit|cease) send(?:ing)?(?! (?:me )?to (?:dr|doctor))|(?:stop|cease|end|discontinue|no more|no) (?:all |any |future |further )*contact(?! lens)',
  `(?<!(?:you|u|they|he|she|it|i|we|nobody|will|did) )(?:do not|dont|donot|do nt|never|no longer|not) ${some('ever|please|pls|you|need to|want you to|wish to|like you to|want to be|wish to be|want anyone to', 3)}(?:${tellers}|texted|contacted|messaged|called|bothered|notified)(?: (?:or|and|nor) (?:${tellers}))*${choice(
    ` ${some('to')}(?:me|us|this|my (?:phone|number|cell)|him|her|here|the number)(?! (?:${when}))`,
    ' (?:anymore|any more|again|ever)',
    `${done}$`,
  )}`,
  `(?:do not|dont|donot|never|no longer) ${some('ever|please|want you to|need you to|you', 2)}send(?:ing)? ${some('me|us')}(?:any|anything|these|this|those|more|texts?|text|messages?|reminders?|sms|stuff|anymore|again|notifications?|alerts?)`,
  `(?:remove|delete|erase|drop|scrub|unlist|unenroll|clear|strike|eliminate) (?:${who} )*?${who}${choice(`${done}$`, ` ${onList}`)}`,
  `remove(?:d)? ${onList}`,
  `(?:take|get|keep|cut|leave|scratch|pull) (?:me|us|my (?:name|number|phone|phone number|cell|cell number|info)|this (?:number|phone|phone number|one)|this|it|him|her) (?:off|out)${choice(`${done}$`, ` (?:of )?(?:(?:your|ur|the|this|these|all|any|that|every|of) )(?!(?:\\w+ ){0,2}wait|(?:\\w+ ){0,2}cancel)(?:\\w+ ){0,4}?(?:${lists}|this|it)(?! for)`)}`,
  `(?:want|wish|like|need|asked|wanted) (?:to be |to get |out |off ){1,2}(?:removed|deleted|taken off|off)?(?:${done}$| ?${onList})`,
  `(?<!wait |waiting |cancellation |cancelation |the schedule )(?:off|out) of (?:your|ur|this) (?:\\w+ ){0,2}(?:list|lists|database)`,
  'un ?subscri\\p{L}*|unsub|unsuscri\\p{L}*|unsubcri\\p{L}*',
  `opt(?:ing|ed)? ${some('me|us|my number|this number|this phone|my phone')}out(?! of (?!${some('the|this|these|all|any|your|of|receiving|getting|future|further|text|appointment|automated|phone|sms|email', 6)}(?:${kinds}|list|lists|it|this|these|program|service|everything)))`,
  '(?:revoke|revoking|withdraw|withdrawing|rescind|rescinding|cancel|take back) (?:my |all |any |our )*(?:consent|permission|authorization)',
  '(?:do not|dont|did not|didnt|never|no longer) (?:give |gave |given |have )?(?:you |my )*(?:consent|consented|permission|authorize|authorized)(?! to (?:treat|the|surg))',
  `(?:did not|didnt|never|do not remember|dont remember) (?:sign(?:ed|ing)? up|subscrib(?:ed?|ing)|opt(?:ed)? in|enroll(?:ed)?|register(?:ed)?|ask(?:ed)?|sign(?:ed)?)(?: (?:for|to) (?:this|these|any|it|texts?|messages?|your|reminders?)|${done}$)`,
  `(?:do not|dont|no longer|never|not) (?:really |even )?(?:want|wish|care|like|need|appreciate|interested in) (?!.*\\b(?:miss|lose|unsubscribe|opt)\\b)${some('to|for|get|getting|receive|receiving|have|be|any|anymore|the|these|those|this|your|ur|yr|more|further|future|all|of|so|many|annoying|automated|auto|appointment|constant|from|you|phone|sent|sending')}(?:texts|texting|text messages?|texted|txts|msgs|messages|messaged|messaging|sms|spam|reminders|notifications|alerts|e ?mails|contact|contacted|calls|hear from|communications?|subscription|promotions|bothered)`,
  '^(?:enough|no more|enough already|thats enough|enough is enough|that is enough)(?: (?:please|pls|thanks|already|now))*$|cease and desist',
  `^(?:please |pls )?no (?:more )?(?:${kinds})${done}$|(?:stop|quit) (?:getting|receiving|sending)(?: me| us)? (?:these|those|them|this|any)|knock (?:it|that) off`,
  'get off (?:of )?(?:your|ur|this|the) (?!(?:\\w+ )?wait)(?:\\w+ ){0,2}(?:list|lists)|leave (?:me|us) (?:the \\w+ )?alone|loo?se (?:my|this) (?:number|phone|contact)|forget my number',
  '(?:fuck|f|screw|piss|bugger|buzz|sod) (?:you|u|off)|fuck(?:ing)? off|go away|get lost|shut up|eat shit|go to hell',
  '(?:blocking|blocked|block|reporting|reported|report) (?:you|u|this number|your number|this|as spam|it as spam)$',
  '^stop (?:please|pls|this|it|all|already|now|im|i|you|u|my|we|immediately|contact|everything|sms|pub|messag\\p{L}*|reminders?|text\\p{L}*)(?: (?:please|pls|now|already|thanks|thank you|shit|crap|bs|nonsense|garbage|immediately|at once|today|communications?|contact|everything|future))*$',
  '^stop (?:im|i|you|u|we|my name|this is|she|he|they|who|wrong|not|do not|dont) ',
  '(?:stop|quit) ?2 ?(?:quit|end|stop)|stop to (?:quit|end|stop|opt out|unsubscribe)',
  '(?:asked|told|ask|tell|telling|asking) (?:you|u|yall|them|you guys)(?: \\w+){0,3}? to stop|for the (?:last|second|third|\\w+th) time stop|stop or (?:i|im|ill)',
];

const wrong = [
  '(?<!(?:gave|put|dialed|called|wrote|entered|had|texted|typed) (?:you )?(?:the |a )?)wrong (?:number|num|person|phone|guy|contact|cell)(?! (?:of|for my|on my|at|last|before))',
  'no longer (?:\\p{L}+ ){1,3}(?:number|phone)|(?:this is )?not (?:her|his|their|\\p{L}+s) (?:number|phone|cell)(?: anymore)?|this number (?:does not|doesnt|no longer) belongs?',
];

export const englishPhrases = phrasesOf('en', patterns, wrong);

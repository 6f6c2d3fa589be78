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
  '(?:stop|quit|cease) send(?:ing)?(?: (?:me|us|to me|to us|please|pls|plz|already|now))*(?:$| (?:these|this|those|them|all|any|so|more|too|your|ur|text\\p{L}*|sms|m(?:es)?sa?ge?s?|stuff|crap|shit|garbage|spam|junk|out|things|annoying|unwanted|dang|damn|fucking|reminders?|notifications?|alerts?|i|im|every|everyday)(?!\\p{L}))|(?:stop|cease|end|discontinue|no more|no) (?:all |any |future |further )*contact(?! lens)',
  `(?<!(?:you|u|they|he|she|it|i|we|nobody|will|did) )(?:do not|dont|donot|do nt|never|no longer|not) ${some('ever|please|pls|you|need to|want you to|wish to|like you to|want to be|wish to be|want anyone to', 3)}(?:${tellers}|texted|contacted|messaged|called|bothered|notified)(?: (?:or|and|nor) (?:${tellers}))*${choice(
    ` ${some('to')}(?:me|us|this|my (?:phone|number|cell)|him|her|here|the number)(?! (?:${when}))`,
    ' (?:anymore|any more|again|ever)',
    `${done}$`,
  )}`,
  `(?:do not|dont|donot|never|no longer) ${some('ever|please|want you to|need you to|you', 2)}send(?:ing)? ${some('me|us')}(?:any|anything|these|this|those|more|texts?|text|messages?|reminders?|sms|stuff|anymore|again|notifications?|alerts?)`,
  `(?:remove|delete|erase|drop|scrub|unlist|unenroll|clear|strike|eliminate) (?:${who} )*?${who}${choice(`${done}$`, ` ${onList}`)}`,
  `remove(?:d)? ${onList}`,
  `(?:take|get|keep|cut|leave|scratch|pull) (?:me|us|my (?:name|number|phone|phone number|cell|cell number|info)|this (?:number|phone|phone number|one)|this|it|him|her) (?:off|out)${choice(`${done}$`, ` (?:of )?(?:(?:your|ur|the|this|these|all|any|that|every|of) )(?!(?:\\w+ ){0,2}wait|(?:\\w+ ){0,2}cancel|(?:\\w+ ){0,2}medic)(?:\\w+ ){0,4}?(?:${lists}|this|it)(?! for)`)}`,
  `(?:want|wish|like|need|asked|wanted) (?:to be |to get |out |off ){1,2}(?:removed|deleted|taken off|off)?(?:${done}$| ?${onList})`,
  `(?<!wait |waiting |cancellation |cancelation |the schedule )(?:off|out) of (?:your|ur|this) (?:\\w+ ){0,2}(?:list|lists|database)`,
  'un ?subscri\\p{L}*|unsub|unsuscri\\p{L}*|unsubcri\\p{L}*',
  `opt(?:ing|ed)? ${some('me|us|my number|this number|this phone|my phone')}out(?! of (?!${some('the|this|these|all|any|your|of|receiving|getting|future|further|text|appointment|automated|phone|sms|email', 6)}(?:${kinds}|list|lists|it|this|these|program|service|everything|system|database|campaign|here)))`,
  '(?:revoke|revoking|withdraw|withdrawing|rescind|rescinding|cancel|take back) (?:my |all |any |our )*(?:consent|permission|authorization)',
  '(?:do not|dont|did not|didnt|never|no longer) (?:give |gave |given |have )?(?:you |my |any )*(?:consent|consented|permission|authorize|authorized)(?! (?:to|for) (?:treat\\p{L}*|the|surg\\p{L}*)(?!\\p{L}))|(?:consent|permission) (?:is |has been )?(?:revoked|withdrawn|denied)',
  `(?:did not|didnt|never|do not remember|dont remember) (?:sign(?:ed|ing)? up|subscrib(?:ed?|ing)|opt(?:ed)? in|enroll(?:ed)?|register(?:ed)?|ask(?:ed)?|sign(?:ed)?)(?: (?:for|to) (?:this|these|any|it|texts?|messages?|your|reminders?)|${done}$)`,
  `(?:do not|dont|no longer|never|not) (?:really |even )?(?:want|wish|care|like|need|appreciate|interested in) (?!.*\\b(?:miss|lose|unsubscribe|opt)\\b)${some('to|for|get|getting|receive|receiving|have|be|any|anymore|the|these|those|this|your|ur|yr|more|further|future|all|of|so|many|annoying|automated|auto|appointment|constant|from|you|phone|sent|sending')}(?:texts|texting|text messages?|texted|txts|msgs|messages|messaged|messaging|sms|spam|reminders|notifications|alerts|e ?mails|contact|contacted|calls|hear from|communications?|subscription|promotions|bothered)`,
  '^(?:enough|no more|enough already|thats enough|enough is enough|that is enough)(?: (?:please|pls|thanks|already|now))*$|cease and desist',
  `^(?:please |pls )?no (?:more )?(?:${kinds})${done}$|(?:stop|quit) (?:getting|receiving|sending)(?: me| us)? (?:these|those|them|this|any)|knock (?:it|that) off`,
  'get off (?:of )?(?:your|ur|this|the) (?!(?:\\w+ )?wait)(?:\\w+ ){0,2}(?:list|lists)|leave (?:me|us) (?:the \\w+ )?alone|loo?se (?:my|this) (?:number|phone|contact)|forget (?:my|this) number(?! (?:is|on))|(?:mind not|stop|quit|consider not) (?:texting|messaging|contacting|calling) (?:me|us|this)(?! (?:before|after|at|back))|(?:do i have|did i say|after i said|i said|have to say|need to say|keep saying|i say|tell you|told you|want you) (?:to )?stop(?! (?:by|taking|at|in|the|my))|why (?:wont|dont|cant|do not|will not) (?:you|u|yall|this|these|they|it) (?:just )?stop$|(?:no mas|no more|stop|basta) (?:texts|messages|mensajes|textos)',
  '(?<!my )(?:f(?:uc| |uck|)k|fuk|fk|eff|f(?! u (?:visit|appt|is|for|on|at|with))|screw|piss|bugger|buzz|sod|bug|back|jack) (?:you|u|off)(?! work)|fuck(?:ing)? off|get lost(?! (?:on|in|at|every))|shut up|eat shit|go to hell',
  '(?:blocking|blocked|block|reporting|reported|report) (?:you|u|this number|your number|this|this as spam|as spam|it as spam|you as spam|to the fcc|to fcc)$|^(?:please |just )*go away(?: please| now| already)*$',
  '^(?:this is |its |it is |you are |stop |obvious |more |just |junk )*(?:spam|spamming|spammers?|harassment|harassing)(?: (?:me|us|stop|please|reported|and|harassment|spam|text|texts|message))*$|being (?:harassed|spammed|bombarded)',
  'refrain from (?:text|send|contact|messag|call|writ|any|further)\\p{L}*|(?:stop|quit) (?:blowing up|waking|annoying|spamming|hitting up|hounding|stalking)(?! up at)|^(?:please |pls )?no (?:more )?(?:texting|calling|messaging|contacting|emailing)',
  '(?:prefer|rather|like it if|appreciate it if|better if|prefer if|nice if)(?: that)? (?:(?:to )?not(?: to)?|you (?:did not|didnt|dont|do not|not|would not|wouldnt|stopped|stop|quit)|u (?:didnt|dont)|no) ?(?:to )?(?:be |get |getting |receive |receiving |have |to |more |any |texted |these |those )*(?:text|texts|texting|texted|contact|contacted|message|messages|messaged|messaging|msgs|sms|reminders|notifications|these|those|call|calls|called)(?! me (?:before|after|at)| (?:before|after|at|instead|but))',
  '(?:do not|dont|no longer|never|not)(?: really| even)? (?:want|wish|need|care|like|asked? for)(?: to)?(?: be| receive| get| have| hear| see)*(?: on (?:your|ur|this|that|any|the) (?:\\p{L}+ )?(?:list|lists|thread|system|database)| (?:anything|any|more|nothing|stuff|to hear|hear)(?: \\p{L}+){0,2}? from (?:you|u|yall|this|your)| (?:these|those|them)(?: (?:anymore|any more|please|pls|at all|sent|coming|ever))*$)',
  'how (?:do|can|could|would) (?:i|you|we) (?:turn|shut|make|get|stop|cancel|end|block|unsubscribe|opt|remove|disable)(?: \\p{L}+){0,3}? (?:these|this|those|texts?|messages?|reminders?|alerts?|notifications?|stop|off|msgs)(?: off| stop| texts?| messages?| coming)*$|(?:turn|shut|switch) (?:these|this|those|them|it|(?:the |your |my |all )*(?:texts?|messages?|reminders?|alerts?|notifications?)) off|make (?:it|this|these|them) stop',
  '(?:have|get|want|need) (?:me|us|my (?:name|number|cell|phone|info)|this (?:number|phone)) (?:removed|deleted|taken off|off|out|unsubscribed)(?! (?:\\p{L}+ ){0,3}?(?:wait|sched|cal|med|work|pill|drug)\\p{L}*)|want off(?! (?:the |my |this |of )*(?:med|wait|pill|work|drug)\\p{L}*)',
  '(?:if|when) (?:you|u|yall|i) (?:ever |keep |dont stop |continue |get |receive |do not stop )*(?:text|texting|call|contact|message|messaging|bother|one more|another)(?: (?:me|text|message))*(?: (?:again|one more time|anymore|ever))*(?: (?:i|im|ill|my)(?!\\p{L}))|(?:report|sue|block) (?:you|u|this)(?: \\p{L}+){0,4} if (?:you|u|yall)|^(?:text|contact|message|bother) me (?:again|one more time) (?:and|ill|i will)',
  '(?:on|to) (?:the|your|a|ur|that|national) (?:national |internal )*(?:do not|dont) (?:call|text|contact|disturb)|(?:do not|dont) (?:call|text|contact) (?:list|registry)',
  '(?:do not|dont|never|stop) (?:ever )?(?:us(?:e|ing)|dial\\p{L}*|text(?:ing)? to|reply or text|text or reply) (?:this|my|it|again)(?: (?:number|phone|cell|line))?(?: (?:again|anymore|please|ever))*$|(?:do not|dont) (?:text|message|contact) (?:it|here|this)|unfollow|(?:un|dis) ?enroll?(?: me| us)?|deactivate(?: me| my number| texts?| text messages| messages| reminders)?$',
  '^(?:please |pls )?(?:no|enough|too many|end|sick of|tired of|done with|had enough of)(?: more| of)* (?:these|those|this shit|this crap|your shit|your crap)(?: (?:please|pls|thanks|now|already|texts?|messages?))*$|^(?:ive |i have )?had (?:it|enough)(?: already| now)?$|^(?:please |pls )?quit(?: it| this| that)(?: now| already| please)*$|^(?:please |pls |plz )?(?:rmv|rm|rem) (?:me|my number|this number)',
  '(?:who (?:gave|sold) (?:you|u)|where did (?:you|u) get|how did (?:you|u) get) (?:this|my) (?:number|info)(?=.* (?:stop|remove|delete))|(?:do not|dont|not) (?:reply|respond) or (?:text|call|message)',
  '^stop (?:please|pls|this|it|all|already|now|im|i|you|u|my|we|immediately|contact|everything|sms|pub|messag\\p{L}*|reminders?|text\\p{L}*)(?: (?:please|pls|now|already|thanks|thank you|shit|crap|bs|nonsense|garbage|immediately|at once|today|communications?|contact|everything|future))*$',
  '^stop (?:im|i|you|u|we|my name|this is|she|he|they|who|wrong|not|do not|dont) ',
  '(?:stop|quit) ?2 ?(?:quit|end|stop)|stop to (?:quit|end|stop|opt out|unsubscribe)',
  '(?:asked|told|ask|tell|telling|asking) (?:you|u|yall|them|you guys)(?: \\w+){0,3}? to stop|for the (?:last|second|third|\\w+th) time stop|stop or (?:i|im|ill)',
];

/** Threats, signs of weariness, and what is said of the sender rather than to him. */
const weary = [
  '(?:not|dont|do not|wont|never|no longer|make sure|so|stop)(?: \\p{L}+){0,5}? (?:get|gets|getting|receive|receiving)(?: (?:any|more|of|all|your|ur|further|future|so|many|the)){0,4} (?:these|those|texts?|messages?|msgs|sms|notices|notifications|reminders|alerts|text messages)(?: (?:anymore|any more|please|again|ever|from you|at all|texts|messages))*$|(?:discontinue|desist|cease|halt) (?:from )?(?:\\p{L}+ ){0,3}?(?:notices?|messaging|texting|contacting|calling|sending|correspondence|these|this)',
  '(?<!(?:you|u) )no need to (?:text|message|contact|keep (?:texting|messaging|sending)|send)(?: me| us| any| these| reminders| texts| messages| more)*(?: (?:again|anymore|any more|please|ever))*$|(?:be|being|been) (?:removed|taken off|unsubscribed|deleted|opted out)(?: (?:from|off|of|your|the|this|list|lists|all|texts|please|several|many|multiple|times|repeatedly|already|like|\\p{N}+|three|twice|again))*$(?<!(?:tooth|teeth|stitches|mole|cast|it) (?:to )?be removed)(?<=(?:asked|ask|want|wanted|like|wish|request\\p{L}*|told|need|demand|please|said) .*)',
  '(?:said|say|saying|replied|reply|replying|typed|typing|texted|wrote|sent|send|told \\p{L}+(?: to)?|responded|responding|hit|put) stop(?! (?:by|at|in|taking|the|for|using|eating|drinking|my|before|after))|(?:stop|quit) (?:hitting|hittin|blowing|ringing|lighting|texting|messaging|buzzing) (?:up )?(?:me|my|us|this) ?(?:phone|cell|line)?',
  'tcpa|(?:report(?:ed|ing)?) (?:\\p{L}+ )?(?:to )?(?:the )?(?:ftc|fcc|carrier|attorney general)|(?:reported|blocked|blocking|reporting) and (?:blocked|reported|blocking|reporting)|(?:text|message|contact|call)\\p{L}*(?: \\p{L}+){0,3} (?:my|an?) (?:lawyer|attorney)|(?:going to|gonna|will|ill) sue|(?:^|so )sue you|hear from my (?:lawyer|attorney)',
  '^(?:please |pls |just )*(?:stfu|gtfo|suck (?:it|my)(?: \\p{L}+)?|eat (?:a d\\p{L}*|shit)|bite me|kiss my ass|blow me|drop dead|kick rocks|beat it)(?: (?:stop|please|now))*|leave (?:me|us|my (?:phone|wife|mom|kid|husband|family)) (?:\\p{L}+ ){0,3}?alone|go (?:bother|text|annoy|spam|bug) (?:someone|somebody) else',
  '^(?:texts?|reminders?|notifications?|alerts?|sms|messages) off(?: please)?$|^end (?:all|everything|it|this|service|sms|texts?)(?: (?:please|now|texts?|messages?))*$|(?:texts?|messages?|reminders) (?:are |is )?(?:not welcome|unwelcome|unwanted|not wanted)|^(?:unwanted|unsolicited) (?:texts?|messages?|sms)',
  '^(?:please |pls |plz |hi |hello )*(?:remove|stop|delete|unsubscribe|opt ?out|take(?: off)?|stop messaging|stop texting|block)(?: (?:\\p{N}+|off|from|your|the|list|number|please))+$(?<=\\p{N}.*)',
  '(?:not|no longer|never|isnt|im not)(?: \\p{L}+){0,2}? (?:patient|client|customer|member)(?: (?:there|here|of yours|anymore|at|with|your))*(?: \\p{L}+)? (?:remove|stop|unsubscribe|delete)|(?:remove|opt ?out|unsubscribe)$(?<=(?:moved|patient|anymore|dentists?|doctors?|deceased|died|passed|wrong|spam|please|interested|clinic|office) (?:please |pls )?(?:remove|opt ?out|unsubscribe))',
];

const wrong = [
  '^(?:sorry |hi |but )*(?:i |im |i am |she is |shes |he is |hes |we are |were )*(?:not|no longer|never been|never was) (?:a|an|your|the) (?:patient|client|customer|member)s?(?: (?:here|there|anymore|any more|of yours|of your (?:office|clinic|practice)|at (?:your|this|that) (?:office|clinic|practice)))*$',
  '(?:belongs to|is) (?:someone|somebody) else|number (?:was|has been|got|is) (?:reassigned|disconnected|changed owners)|(?:just )?(?:got|inherited) this (?:number|phone)(?! for)|(?:isnt|is not|not|arent) (?:who you (?:think|want)|the (?:person|one|guy|lady|man|woman) (?:you|u|your|youre))|^(?:not|isnt|this isnt) (?:him|her|them|me)$|texting (?:a stranger|the wrong)|(?:no longer|not|isnt) \\p{L}+s (?:phone|cell|cellphone|mobile|number|line)|i (?:do not|dont) have (?:an? )?(?:\\p{L}+ ){0,2}(?:at your school|appointment (?:with|at|there)|appointment with you)',
  '^(?:sorry |you have the |you got the |u got the |u have )*wrong$|(?:do not|dont) know (?:any|anybody|anyone|an?) (?:named |called |by that name)?(?:\\p{L}+)(?: here)?$',
  '(?<!(?:gave|put|dialed|called|wrote|entered|had|texted|typed|listed|used) (?:you |them |down |in )?(?:the |a |my )?)wrong (?:number|num|nbr|no|person|phone|guy|contact|cell|lady|people)(?! (?:is|on|in|of|for my|on my|at|last|before))',
  '(?:not|isnt|not even) (?:the|my|a) (?:right|correct) (?:number|person|phone)|(?:no one|nobody|noone|no body|not anyone|there is no|theres no)(?: \\p{L}+){0,3}? (?:by that name|here named|named|with that name|at this number)|(?:does not|doesnt|no longer) (?:have|has|use|uses|own|owns) this (?:number|phone|cell)|no longer (?:\\p{L}+ ){1,3}(?:number|phone|cell|mobile)|(?:this is )?not (?:her|his|their|\\p{L}+s) (?:number|phone|cell)(?: anymore)?|this number (?:does not|doesnt|no longer) belongs?',
];

export const englishPhrases = phrasesOf('en', [...patterns, ...weary], wrong);

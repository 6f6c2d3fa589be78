import { answerPattern, type AnswerTable } from './answer-table.ts';

/**
 * The yes and no words are those that AppointmentReminder.com documents (30 and 22 of them), with what Procentive and the Helix manual take beside them;
 * the sentences follow the replies that people of such systems describe (ux.stackexchange.com/q/51426, TheraNest, Weave).
 */

const never =
  '(?<!(?:no need to|nothing to|dont|do not|not|never|without|wont|will not|didnt|did not|cant|not have to|no reason to) (?:want to |need to |have to |going to |be |planning to )?)';
const visit = '(?:appointment|appointments|appt|appts|apt|app|visit|session|slot|time|date|day|booking|reservation|cleaning|it)';

export const englishAnswers: AnswerTable = {
  reschedule: answerPattern(
    'r',
    `${never}(?:re ?schedul\\p{L}*|re ?sched|resch\\p{L}*|reshedul\\p{L}*|rescedul\\p{L}*|re ?book\\p{L}*|postpon\\p{L}*)`,
    `${never}(?:chang|mov|switch|push|bump|shift|swap|adjust|delay)(?:e|ed|ing)? (?:(?:my|the|this|our|that|me|her|his|your|up|back|with my \\p{L}+s?) )*(?:${visit}|to|back|up|for|from|earlier|later|around)`,
    '(?<!(?:have|had|got|to|found|with|see|seeing|at) )(?:different|another|other|better|new|later|earlier|sooner) (?:time|times|day|days|date|slot|appointment|appt|week|hour|opening)',
    '(?:can|could|may|would|how about|what about|any|possible|prefer|rather|need|like|is there|do you have|got)(?: \\w+){0,6} (?:instead|earlier|later|sooner|another|other|next week|next month|following week|opening|openings|availability|available)',
    '(?:can|could) (?:i|we) (?:do|come|make it|get in|have|go)(?: in)?(?: \\w+){0,3} (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|morning|afternoon|evening|am|pm|tomorrow)',
    'rain ?check|instead',
  ),
  cancel: answerPattern(
    `${never}(?:cancel\\p{L}*|cancle\\p{L}*|cancell\\p{L}*|cxl|cncl|canx)`,
    '(?:cant|cannot|can not|wont|will not|couldnt|could not|unable to|not able to|not going to|wouldnt|not gonna|not be able to|never going to) (?:be able to |be |actually |really )*(?:make|come|attend|there|go|keep|do|get|show|making|coming|attending|able|today|tomorrow|in|use|need)(?: (?:it|that|this|there|in|to it|the|my|appointment|appt|today|tomorrow|be there))*',
    `(?:not|isnt|arent|wont be) (?:coming|going|attending|showing|making|able|available|gonna make)`,
    '(?:cant|cannot|wont)(?: (?:today|tomorrow|anymore|now|this time|then))?$',
    `(?:no longer|dont|do not) (?:need|want|require)(?: to)? (?:(?:the|this|my|that|an|any|be seen|come|go) ?)*${visit}?`,
    '(?:have to|gonna|going to|will|need to|must|ill) (?:miss|skip|pass|decline)|call(?:ing)? (?:it )?off|give (?:my|the|up my) (?:spot|slot|appointment|time)|changed my mind|no longer (?:coming|going|able)',
    `(?:remove|delete|drop|scratch) (?:my|the|this) ${visit}|take me off the (?:schedule|calendar|books?)`,
  ),
  confirm: answerPattern(
    '(?:ill|i will|we will|well|we ll|im|i am|we are|were|she will|he will|shell|hell|they will|theyll|will|gonna|going to|plan to|planning to|planning on|plan on|both|all) (?:definitely |certainly |still |both |all |for sure |be |see |also )*(?:be there|there|come|coming|attend|attending|make it|you then|see you|see u|keep it|keeping it|going(?! to (?:have|need|cancel|miss|be late|be running))|show up|in|arriv\\p{L}*|on (?:my|our) way|good|set|in)(?! late)',
    'be there|see (?:you|u|ya|yall|yah|everyone)|c u|cya|count (?:me|us) in|looking forward|look forward|wouldnt miss it|dont cancel|do not cancel|not cancel\\p{L}*',
    '(?<!(?:can|could|would|will|please|need|to|u|you) (?:you |to |u )?)(?:confirm(?:ed|ing|s|ation)?|comfirm(?:ed)?|confrim(?:ed)?|conf)(?! (?:the|what|if|whether|where|when|how|address))|please confirm (?:me|it|my|us)|(?:want|would like|like|wish|id like) to confirm',
    `keep(?:ing)? (?:my|the|it|this|our)(?: ${visit})?|(?:that|it|this|time|day)? ?works(?: (?:for (?:me|us)|great|fine|well|perfect|perfectly))?|that ?ll work|sounds (?:good|great|perfect|fine|lovely)|all (?:set|good)|good to go|got it|will do|(?:its |it is |have it |got it )?on (?:my|the|our) calendar|its a date|can make it|able to make it|still (?:on|good|coming)|no (?:problem|prob|worries|changes|change)|not a problem|fine (?:with|by|for) me|on (?:my|our) way|(?:i|we) accept`,
  ),
  yes: answerPattern(
    'y|yes|yea|yeah|yep|yup|yip|yas|ya|ye|yeh|yes+|yess+|ok|okay|okey|okie|okk|oki|k|kk|sure|absolutely|affirmative|definitely|of course|indeed|right|roger|aye|alright|all right|for sure|totally|correct|fine|agreed|certainly|c|perfect|great|good|cool|awesome|excellent|wonderful|lovely|copy|10 4|noted|understood|accept|accepted|gotcha|bet|yay|sweet|you bet|si|sounds like a plan|👍|👌|✅|✔|☑|🆗|💯|🙌|👏|🤝|🤙|🫡',
  ),
  no: answerPattern(
    'n|x|no|non|nope|nah|negative|not at all|nay|no way|absolutely not|definitely not|by no means|not really|(?:i )?dont think so|no chance|not interested|decline|declined|denied|not happening|no thank you|no thanks|👎|❌|🚫|✖|❎|🙅',
  ),
  thanks: answerPattern('thanks?|thank you|thank u|thx|tks|ty|tysm|appreciate (?:it|you)|much appreciated|🙏|😊|❤|👋|🙂|😀|😃|😁'),
  hold: answerPattern(
    'i think so|maybe|perhaps|possibly|not sure|unsure|dont know|do not know|idk|might|(?:will|ill|i) try|let you know|depends|tentative\\p{L}*|late|delayed|traffic|running behind|minutes? behind|call (?:me|us)|not yet|who is this|sick|fever|covid|flu|emergency|hospital|passed away|died|no ride|broke down|hold off|waiting (?:on|for|to)|🤔|🤷|😢',
  ),
};

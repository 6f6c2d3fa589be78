/**
 * Words that go with an opt-out word and change nothing about it: whoever writes "ok please just STOP now, thank you" wants no more messages.
 * They are single words of the folded text.
 */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Beside any opt-out word. */
const courtesies = list(`
  please pls plz plse pleas plese plis thanks thank thx ty you u now kindly asap immediately ok okay hi hello hey sir maam mam madam team all folks
  por favor porfa porfis porfavor xfavor xfa x plis gracias grax muchas ya ahora hola senor senora senorita buenas buenos dias tardes noches
  obrigado obrigada obg agora ola oi senhor senhora bom boa dia tarde noite
  pfv pfvr pf svp stp s il vous te plait plais merci bcp mci beaucoup maintenant immediatement bonjour bonsoir monsieur madame
`);

const emoji = /^\p{Extended_Pictographic}$/u;

export const isCourtesy = (word: string): boolean => word === '' || courtesies.has(word) || emoji.test(word);

/** Beside words that mean nothing but opting out: the rest of the sentence that asks for it. */
export const requests = list(`
  just i im am id ive me my we us said say saying told tell asked asking ask want wanna wants need like would could can will to make it
  this that these them already again so much very really right away forever everything every from be for the last time second third
  and but no yes yeah enough god damn dammit fucking freaking f ing ffs lol omg hell number texts trying try how do if text reply replied
  typed type wrote sent send sending with word go got gotta let lets more anymore
  quiero quisiera deseo solo solicito pido dije digo pedi pido pidio les le que se te lo la el esto eso de una vez con palabra todo todos mi
  quero desejo gostaria peco pedi pedir falei mandei pra ja apenas que disse isso tudo eu o a os as
  je veux voudrais souhaite j ai dit deja dites dis repondu plusieurs fois tout ca cela envoie ecris avec mot non d
`);

/** Slips of a thumb on the way to a word: neighbouring keys, the wrong order, doubled letters. */
export const misspelt: ReadonlyMap<string, string> = new Map(
  Object.entries({
    stop: 'stahp stawp stoop stohp stp sto stopp sttop stoop sotp stpo tsop stopl stop0 st0p dtop atop stip stiop ztop stob stops stopt stopi stopo sstop stoppp stap stop1',
    unsubscribe:
      'unsub unsubcribe unsuscribe unsubscibe unsubsribe unsubscrib unsubscribed unsubscribr unsubscribe1 unscubscribe unsubscripe unsubscirbe unsibscribe unsubsrcibe unsubscride unsubscription unsuscribed unsubscriber unsubscrbe usubscribe',
    stopall: 'stopal allstop stoppall stopalll',
    quit: 'quitt',
    optout: 'optiut optoit optoout opout otpout optouts',
  }).flatMap(([word, slips]) => slips.split(' ').map((slip) => [slip, word] as const)),
);

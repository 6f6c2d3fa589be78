/**
 * The few words that an opt-out turns on, found again however they are typed: repeated letters, a slip of the thumb, a courtesy glued to them.
 * Only these are corrected, and only where what was typed is no other word.
 */

const listOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Longer words may have a slip in them, very long ones two. */
const core = listOf(`
  unsubscribe remove delete messages message texting reminders number contact stopping
  mensajes mensaje numero desuscribir escriban recordatorios
  mensagens mensagem descadastrar lembretes
  desabonner desinscrire desabonnement desinscription recevoir envoyer arretez numeros
`);
const byInitial = Map.groupBy(core, (word) => word[0]!);

/** Words of their own that are a slip away from one above. */
const others = new Set(
  listOf(`
  removed remover removal removes remote remodel deleted deletes contacts contacto contract contracts contacted contato contatos texting testing resting
  massage massages passages numbers numbed lumber nombre numero numeros envoye envoyez recevoir recevrai arretes mensaje mensual mensuales
  describir suscribir recordatorio lembrete reminder remind stopped shopping stepping dropping
  arreter arrete arretes arretera arretee messager messagerie mensajero escriben escriba escribas descadastra descadastre
`),
);

/** Whether one can be typed as the other with so many slips: a letter too many, too few, another, or two swapped. */
const isWithin = (typed: string, word: string, slips: number): boolean => {
  if (typed === word) return true;
  if (slips === 0 || Math.abs(typed.length - word.length) > slips) return false;
  let n = 0;
  while (n < typed.length && n < word.length && typed[n] === word[n]) n += 1;
  const [a, b] = [typed.slice(n), word.slice(n)];
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return (
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    (isSwapped && isWithin(a.slice(2), b.slice(2), slips - 1))
  );
};

const slipsIn = (word: string): number => (word.length >= 10 ? 2 : 1);
const isPlural = (word: string, typed: string): boolean => typed === `${word}s` || word === `${typed}s`;

const corrected = (typed: string): string => {
  if (typed.length < 5 || typed.length > 16 || others.has(typed)) return typed;
  const near = byInitial.get(typed[0]!) ?? [];
  return near.find((word) => !isPlural(word, typed) && !typed.startsWith(word) && isWithin(typed, word, slipsIn(word))) ?? typed;
};

const glued =
  /^(?:please|pls|plz|just)?(stop|unsubscribe|quit|remove|alto|basta|pare|parem|paren|arretez)(?:please|pls|plz|now|texting|porfavor|porfa|svp|stp|merci|pfv)?$/;
const runs = /(\p{L})\1{2,}/gu;

/** The folded clause with its core words as they are written. */
export const withCoreWords = (clause: string): string =>
  clause
    .split(' ')
    .map((word) => {
      const plain = word.replace(runs, '$1').replace(/^st(?:ah|aw|oh)p+$/, 'stop');
      return glued.exec(plain)?.[1] ?? corrected(plain);
    })
    .join(' ');

/** With every run of a letter as one: "stopp", "sairr" and "arrett" are the words that they look like. */
export const squeezedLetters = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');

import { choice, phrasesOf, some } from './phrase.ts';

/** How people ask for no more messages in French; the kinds of phrases are those of public test suites for opt-outs. */

const kinds =
  'messages?|msgs?|msg|textos?|sms|rappels|rappel|offres|promos?|promotions|alertes?|notifications?|appels|courriels?|mails?|emails?|pubs?|publicites?|spams?|communications?|relances?|envois?|contacts?|abonnement';
const between =
  'de|d|des|aux|au|les|le|la|vos|votre|ces|cette|ce|tous|toutes|tout|tes|l|envoi|envois|m|me|nous|moi|envoyer|recevoir|avec|etre|ne|plus|en|mes|genre|svp|autres|aucun|automatiques|par|vous|contacte|futurs|sur|mon|numero';
const forms =
  'envoy(?:er|ez|es)|envoie|envoies|ecri(?:re|vez|s|ve)|contact(?:er|ez|e|es)|text(?:er|ez|e)|appel(?:er|ez)|appelle|harcel(?:er|ez)|embet(?:er|ez)|derang(?:er|ez|e)|spamm(?:er|ez)|sollicit(?:er|ez)|importun(?:er|ez)|relanc(?:er|ez)';
const list =
  '(?: (?:de|des|du) (?:(?:votre|vos|la|les|cette|ces|toutes|tous|ta|liste|base|fichier) ){0,4}(?:listes?|base|fichiers?|systeme|contacts?|donnees|repertoire|diffusion|envois?|registres?|ici)(?! d (?:attente|rappel)))';
const done = '(?: (?:svp|stp|s il vous plait|s il te plait|merci|maintenant|immediatement|de suite))*';
const tail = `(?: (?:svp|stp|merci|rien|du tout|de|d|des|sur ce numero|a ce numero|ce genre|${kinds}))*(?:$| (?:car|parce|sinon|et|ou|je|j|ce n)(?!\\p{L}))`;

const patterns = [
  `(?:arret|arrete|arretez|arreter|arretes|stop|stopper|stoppez|cesse|cessez|cesser|annuler?|annulez|supprime[rz]?|desactive[rz]?|plus|fini|assez|marre|ras le bol|ca suffit|(?:ne )?(?:veux|souhaite|desire|voudrais|veut) (?:plus|pas)|n en veux plus) ${some(between)}(?:${kinds})(?! (?:du|au) (?:docteur|dr))`,
  `(?:arret\\p{L}*|cess\\p{L}*|stop) ${some('de|d|m|me|nous', 4)}(?:${forms})`,
  `${some('ne|n', 1)}(?:m|me|nous) (?:${forms}) (?:plus|jamais)`,
  `(?:ne (?:m|me|nous|plus|pas|jamais)|plus jamais|jamais plus|plus) ${some('m|me|nous|plus|pas|jamais', 3)}(?:${forms})(?: pas)?${tail}`,
  '(?:desabonn|desinscri|desincri|desabone)\\p{L}*|(?:resili|annul|stopp)\\p{L}* (?:mon |l |cet )?(?:abonnement|inscription)',
  `(?:retir|enlev|supprim|ray|effac|sort)\\p{L}* (?:moi|nous|mon (?:numero|nom|contact|mobile|portable)|ce numero|mes coordonnees|mes donnees)${choice(`${done}$`, `(?: de telephone)?${list}`)}`,
  `(?:me|m) (?:retir|enlev|supprim|ray|desinscri|desabonn|sort)\\p{L}*${choice(`${done}$`, list)}`,
  '(?:laiss|fich|fout)\\p{L}* (?:moi|nous) (?:la paix|tranquilles?)|foutez le camp|va te faire|allez vous faire|^ca suffit$|^assez$',
  '(?:ne donne pas|pas donne|n ai pas donne|retire|revoque|je retire) (?:mon |ma )?(?:consentement|accord|autorisation)|(?:jamais|pas) (?:autorise|consenti)',
  'plus (?:me |m |etre )?(?:contactee?|derangee?|sollicitee?|recevoir)(?! mes resultats)',
];

const wrong = [
  '(?:mauvais|faux|pas le bon) numero|mauvaise personne|erreur de (?:numero|destinataire|personne)|tromp\\p{L}+ de (?:numero|personne)|ce n est (?:pas|plus) (?:le |son |sa )?numero',
];

export const frenchPhrases = phrasesOf('fr', patterns, wrong);

import { choice, phrasesOf, some } from './phrase.ts';

/** How people ask for no more messages in French; the kinds of phrases are those of public test suites for opt-outs. */

const kinds =
  'messages?|msgs?|msg|textos?|sms|rappels|rappel|offres|promos?|promotions|alertes?|notifications?|appels|courriels?|mails?|emails?|pubs?|publicites?|spams?|communications?|relances?|envois?|contacts?|abonnement';
const between =
  'de|d|des|aux|au|les|le|la|vos|votre|ces|cette|ce|tous|toutes|tout|tes|l|envoi|envois|m|me|nous|moi|envoyer|recevoir|avec|etre|ne|plus|en|mes|genre|svp|autres|aucun|automatiques|par|vous|contacte|futurs|sur|mon|numero|maintenant|cet|cela|ca|toute|autre|a|rien|recevez|svp|merci|jamais|aucune|je|ne|veux|foutus|maudits|publicitaires|commerciaux|marketing|indesirables|envoyez|que|qui|une|un';
const forms =
  'envoy(?:er|ez|es)|envoie|envoies|ecri(?:re|vez|s|ve)|contact(?:er|ez|e|es)|text(?:er|ez|e)|appel(?:er|ez)|appelle|harcel(?:er|ez)|embet(?:er|ez)|derang(?:er|ez|es)|embet(?:er|ez)|spamm(?:er|ez)|sollicit(?:er|ez)|importun(?:er|ez)|relanc(?:er|ez)';
const list =
  '(?: (?:de|des|du) (?:(?:votre|vos|la|les|cette|ces|toutes|tous|ta|liste|base|fichier) ){0,4}(?:listes?|base|fichiers?|systeme|contacts?|donnees|repertoire|diffusion|envois?|registres?|ici)(?! d (?:attente|rappel)))';
const done = '(?: (?:svp|stp|s il vous plait|s il te plait|merci|maintenant|immediatement|de suite))*';
const tail = `(?: (?:svp|stp|merci|rien|du tout|de|d|des|sur ce numero|a ce numero|ce genre|${kinds}))*(?:$| (?:car|parce|sinon|et|ou|je|j|ce n)(?!\\p{L}))`;

const patterns = [
  `(?:(?<!(?:recois|recoit|recu|recevons|eu|arrive) )plus|refuse(?! pas)|fin (?:a|de|des|aux)|arret|arrete|arretez|arreter|arretes|stop|stopper|stoppez|cesse|cessez|cesser|annuler?|annulez|supprime[rz]?|desactive[rz]?|resilie[rz]?|bloque[rz]?|cessation|fini|assez|marre|ras le bol|ca suffit|(?:ne )?(?:veux|souhaite|desire|voudrais|veut) (?:plus|pas)|n en veux plus) ${some(between)}(?:${kinds})(?! (?:du|au) (?:docteur|dr))`,
  `(?:arret\\p{L}*|cess\\p{L}*|stop) ${some('de|d|m|me|nous', 4)}(?:${forms})`,
  `${some('ne|n', 1)}(?:m|me|nous) (?:${forms}) (?:plus|jamais)(?! (?:de |d |la |les |vos |mes |au |a )*(?:factures?|resultats?|hopital|travail|domicile|bureau|maison))`,
  `(?:ne (?:m|me|nous|plus|pas|jamais)|plus jamais|jamais plus|plus) ${some('m|me|nous|plus|pas|jamais', 3)}(?:${forms})(?: pas)?${tail}`,
  '(?:desabonn|desinscri|desincri|desabone)\\p{L}*|(?:resili|annul|stopp)\\p{L}* (?:mon |l |cet )?(?:abonnement|inscription)',
  `(?:retir|enlev|supprim|ray|effac|sort)\\p{L}* (?:moi|nous|mon (?:numero|nom|contact|mobile|portable)|ce numero|mes coordonnees|mes donnees)${choice(`${done}$`, `(?: de telephone)?${list}`)}`,
  `(?:me|m) (?:retir|enlev|supprim|ray|desinscri|desabonn|sort)\\p{L}*${choice(`${done}$`, list)}`,
  '(?:laiss|fich|fout)\\p{L}* (?:moi|nous) (?:la paix|tranquilles?)|foutez le camp|va te faire|allez vous faire|^ca suffit$|^assez$',
  '(?:(?:jamais|pas|plus) (?:donne|accorde)|(?:ne )?donne (?:pas|plus)|retire|revoque|annule) (?:mon |ma |d |de )*(?:consentement|accord|autorisation)(?! (?:pour|a) (?:l |la |le |un |une )?(?:extraction|operation|chirurgie|soins?|examen|intervention|opere\\p{L}*))|(?:jamais|pas) (?:autorise|consenti)(?= (?:a |ces|ce|cet|les|vos|l envoi|d |de |cela|ca|vous|recevoir)|$)(?! (?:l operation|l extraction))',
  '(?:arret|cess|stopp)\\p{L}* (?:de |d )?m (?:envoy|ecri|appel|embet|importun)\\p{L}*|men?voy\\p{L}+ (?:plus|des)|(?:arret|cess)\\p{L}* de men\\p{L}+|(?:dit|demande|prie|dire|demander)(?: \\p{L}+){0,3}? (?:d arreter|de cesser|stop|arret|de ne plus|d arret)(?! (?:le traitement|les medicaments|de boire|de manger|de fumer))',
  '^(?:merci|priere|veuillez|prier|je vous prie|pouvez vous|pourriez vous|svp|non merci|non)(?: (?:de|d|bien|vouloir|vous|l))* ?(?:arret(?:er|ez)|cess(?:er|ez)|stopp(?:er|ez))(?: (?:svp|merci|ca|cela|tout|immediatement|maintenant|s il vous plait))*$|^cess(?:ez|er)(?: (?:svp|ca|cela|tout|immediatement|maintenant|merci))*$',
  `(?:ot|retir|enlev|supprim|ray|effac|sort|elimin|radi)\\p{L}* (?:moi|nous|mon (?:numero|nom|contact|mobile|portable)|ce numero|le numero|mes coordonnees|mes donnees)(?: de telephone)?(?:${done}$|${list})|etre (?:retire|enleve|supprime|raye|efface|desinscrit|desabonne|radie|sorti)e?s?(?:${done}$|${list}| (?:de|du) (?:votre|vos|cette|la|ce) )(?!d attente|liste d attente)|(?:sortir|quitter) (?:de )?(?:la|cette|votre|vos) listes?(?! d attente)`,
  '(?:(?:ne |n )?(?:veux|souhaite|desire|voudrais|veut|aimerais|prefere|refuse)|merci de|veuillez|priere de|pour) ?(?:ne |n )?(?:plus|pas|rien|jamais|aucunement)? ?(?:rien |ne |de )?(?:plus |pas |rien )?(?:recevoir|etre (?:contact|derang|sollicit|appel|importun|notifi|texte|spam)\\p{L}*|entendre parler de vous|que (?:vous|l on|on) (?:me |m |nous )(?:contact|ecri|appel|envo|derang|sollicit|text|harcel)\\p{L}*)(?<=(?:plus|pas|rien|refuse|jamais) .*)(?! (?:mes|la|le|l|mon|une?) (?:resultats?|facture|traitement|vaccin|injection|soins?|rappel de vaccin|operation|ordonnance))',
  '(?:veux|aimerais|voudrais|souhaite|demande) que (?:vous |ca |cela |tout |ces messages )(?:arret|cess|stopp|me (?:retir|supprim|desabonn|desinscri|enlev))\\p{L}*|refuse (?:vos|ces|tous|les|tout|de recevoir)(?: \\p{L}+)? ?(?:messages?|sms|textos?|envois|rappels?|recevoir)|(?:m |nous )?oppos\\p{L}+ a (?:recevoir|la reception|l envoi|ce que|vos|tout)',
  '^(?:pas|plus|aucune?|zero|sans|stop) (?:jamais |un seul |de |d |autres? |aucun )*(?:sms|messages?|textos?|pubs?|rappels|spam|publicite|envois?|contact|notifications?)(?! (?:de|du|recu|pour|a|dans)(?!\\p{L}))|^(?:plus|jamais)(?: (?:rien|jamais|plus|du tout|recevoir|contacter))+(?: (?:svp|stp|merci|de vous|de votre part))*$|^ne (?:plus|pas|jamais) (?:m |me |nous )?(?:recevoir|contacter|envoyer|ecrire|deranger|appeler|texter|solliciter|importuner)(?: (?:svp|merci|de|rien|messages?|sms|textos?|ce numero|s il vous plait|du tout))*$',
  'n (?:envoyez|ecrivez|appelez|envoie|ecris|appelle) (?:plus|pas)(?: (?:rien|de|d|messages?|sms|textos?|ca|jamais|svp|merci|a ce numero|sur ce numero|du tout))*$|ne (?:la |le |les |lui |leur )?(?:contactez|derangez|sollicitez|ecrivez|appelez|textez|harcelez|relancez|contacte|ecris|appelle) (?:plus|pas|jamais)(?: (?:jamais|svp|merci|ce numero|sur ce|a ce|numero|s il vous plait|du tout|ici))*$|(?:arret|cess)\\p{L}* de (?:lui|leur|la|le|les|nous) (?:ecri|envo|contact|appel|text)\\p{L}*',
  '(?:n ai|je n ai|on n a|n avons) (?:jamais|rien|pas|plus)(?: \\p{L}+)? ?(?:demande|sollicite|besoin|envie|voulu|souscrit|autorise)(?: (?:de|d|a|ces|vos|ce|cela|ca|ces|recevoir|etre|contacte|messages?|sms|textos?|rappels?|rien|notifications?|pub))*$(?<!demande|besoin|envie)|n ai (?:rien|jamais rien) demande|(?:jamais|pas) (?:me )?(?:suis )?(?:inscrite?|abonnee?|souscrit)(?: (?:a|ca|cela|ces|vos|ce|cette|liste|sms|messages|service|rien|chez|vous|pour))*$',
  '(?:lach|foutez|fout|fich|laiss)\\p{L}* (?:moi|nous) ?(?:la paix|en paix|tranquilles?|le camp|la grappe)?(?: svp| stp| merci)*$|(?:lach|laiss|foutez|fich)\\p{L}* (?:moi|nous) (?:la paix|en paix|tranquilles?)|allez? (?:au diable|chier|vous faire \\p{L}+)|va (?:chier|te faire|au diable)|mang\\p{L}* de la merde|^degag\\p{L}*|ta gueule|ferm\\p{L}+ la(?! porte)|^(?:y en a |j en ai |on en a |en ai |vraiment )*(?:marre|assez|ras le bol)(?: (?:maintenant|svp|la|de vous))*$|^(?:ca|cela) suffit(?: (?:maintenant|svp|merci|les messages|la|comme ca))*$',
  '(?:je|on|vais|allons) (?:vais |va |dois )?(?:vous |te |le )?(?:bloqu|signal|denonc|poursuiv)\\p{L}*(?: (?:ce numero|a la cnil|vous|votre numero|comme spam|au 33700|si vous .*|a la cnil .*))?$|(?:porte|porter|depose\\p{L}*) plainte (?:si|contre vous|pour harcelement)|(?:encore|un|autre) (?:un |seul )?(?:message|sms|texto) et je|^(?:c est |ce sont |encore |que |du |de la |des )*(?:spams?|harcelement)(?: (?:arretez|stop|svp))*$|harcelement',
  'plus (?:me |m |etre )?(?:contactee?|derangee?|sollicitee?|recevoir)(?! mes resultats)',
];

const wrong = [
  'pas (?:a )?la bonne personne|(?:vous )?fai(?:tes|s) (?:une )?erreur$|ce numero (?:n est (?:plus|pas)|n appartient (?:plus|pas)|ne m appartient)|ne connai\\p{L}+ (?:pas|aucune?) (?:cette personne|de \\p{L}+$|ce nom|personne de ce nom)|(?:il n )?y a (?:pas|personne|aucune?) (?:de |d )?\\p{L}+ (?:ici|chez moi|a ce numero)',
  '(?<!(?:donne|ecrit|mis|note|laisse|compose|entre) (?:le |un |vous )?)(?:mauvais|faux|pas le bon) numero(?! (?:est|dans|sur|de dossier))|mauvaise personne|erreur de (?:numero|destinataire|personne)|tromp\\p{L}+ de (?:numero|personne)|ce n est (?:pas|plus) (?:le |son |sa )?numero',
];

export const frenchPhrases = phrasesOf('fr', patterns, wrong);

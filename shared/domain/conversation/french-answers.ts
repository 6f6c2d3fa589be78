import { answerPattern, asking, type AnswerTable } from './answer-table.ts';

/** Yes and no words are those of public French training sets of chatbots, beside AppointmentReminder.com's "Oui" and "Non"; the sentences are ours. */

const never = '(?<!(?:pas|ne pas|rien a|sans|besoin de|pas besoin de|ne veux pas|veux pas) )';
const visit = '(?:rendez vous|rdv|rv|consultation|heure|horaire|date|jour|visite|seance|creneau)';
const of = '(?: (?:mon|le|la|ma|de|d|du|ce|cette|un|l))*';

export const frenchAnswers: AnswerTable = {
  reschedule: answerPattern(
    `${never}(?:report(?:er|ez|e|ons|é)|repouss\\p{L}*|replanif\\p{L}*|reprogramm\\p{L}*|remettre (?:a|mon|le)|decal\\p{L}*|avanc(?:er|ez)|fixer un autre)`,
    `${never}(?:chang|deplac|modifi|boug)\\p{L}*${of} (?:${visit}|autre|pour|au|a|lundi|mardi|mercredi|jeudi|vendredi)`,
    '(?:autre|autres|nouveau|nouvelle|meilleur|meilleure) (?:jour|heure|date|rdv|rendez vous|moment|creneau|horaire|semaine|disponibilite)|(?:plus|un peu plus) (?:tot|tard)|a la place|au lieu de',
    '(?:peut on|pouvez vous|pourriez vous|puis je|est ce possible|possible|serait il|je prefere|je prefererais|je voudrais|avez vous)(?: \\w+){0,6} (?:semaine prochaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|le matin|l apres midi|apres \\d+|avant \\d+)',
  ),
  cancel: answerPattern(
    `${never}(?:annul\\p{L}*|decommand\\p{L}*)`,
    '(?:ne |n |j |je )*(?:peux|viendra|pourra|pourrai|pourrais|pourrons|pouvons|serai|serons|viendrai|viendrons|viens|vais|irai|pense|suis) (?:malheureusement |vraiment )?(?:pas|plus)(?: (?:pouvoir|venir|etre|la|present|presente|y|aller|me|presenter|libre|disponible|disponibles|demain|aujourd|hui|en mesure|de|au|rdv|rendez vous|mon|assister))*',
    '(?:pas|plus) (?:besoin|disponible|en mesure|possible|libre)(?: (?:du|de|d|ce|mon|rdv|rendez vous|cette|consultation))*|impossible (?:de venir|d y aller|d etre|pour moi)|(?:dois|vais devoir) manquer|(?:empechement|empechee?|indisponible)|supprim\\p{L}* (?:mon|le) (?:rdv|rendez vous)',
  ),
  confirm: answerPattern(
    `${asking}(?:confirm(?:e|ee|es|ons|é))|(?:je |j )?(?:confirme|valide)|confirmer (?:mon|le|ma) (?:rdv|rendez vous|presence|venue)|presence confirmee`,
    '(?<!pas )(?:j y serai|y serai|je serai (?:la|present|presente|au)|nous serons (?:la|presents)|on sera la|^presente?s?$|je viens|je viendrai|nous viendrons|j arrive|je viens bien|j y vais|serai la|serons la)(?! en retard)|a (?:demain|bientot|lundi|mardi|mercredi|jeudi|vendredi|tout a l heure|plus)|comptez sur moi|sans faute|c est (?:bon|note|entendu|parfait|d accord|ok)|ca (?:marche|me va|me convient|joue|roule)|(?:me|nous) convient|pas de (?:probleme|souci|soucis)|aucun (?:probleme|souci)|n annulez pas|je (?:le )?garde (?:mon|le)|je maintiens|en route',
  ),
  yes: answerPattern(
    'oui|ouais|ouep|ui|^o$|ok|okay|d accord|dac|dacc|bien sur|entendu|compris|parfait|tres bien|bien|super|exact|correct|tout a fait|effectivement|absolument|certainement|volontiers|bien recu|recu|note|c est ca|affirmatif|impeccable|nickel|excellent|genial|y|c|👍|👌|✅|✔|🆗|🙌|💯',
  ),
  no: answerPattern(
    'non|nan|nn|jamais|negatif|pas du tout|non merci|pas moyen|je ne pense pas|je pense pas|certainement pas|n|x|👎|❌|🚫|✖',
  ),
  thanks: answerPattern('merci(?: beaucoup| bien| a vous)?|mille mercis|bonne journee|bonne soiree|🙏|😊|❤|👋'),
  hold: answerPattern(
    'je (?:pense|crois) que|peut etre|je ne sais pas|je sais pas|pas sure?|pas encore|ca depend|je vais essayer|j essaie|j essaierai|je vous (?:dis|tiens|redis)|retard|embouteillages?|bouchons|rappel(?:ez|er) moi|appel(?:ez|er) moi|qui est ce|qui etes vous|malade|fievre|grippe|urgence|hopital|decede\\p{L}*|🤔|🤷',
  ),
};

import { choice, phrasesOf, some } from './phrase.ts';

/**
 * How people ask for no more messages in Spanish; the kinds of phrases are those of public test suites for opt-outs. What follows "no me manden"
 * must be on a short list: "no me manden más facturas" is about invoices.
 */

const kinds =
  'mensajes?|mensajitos?|msjs?|msj|mjes?|mens|sms|textos?|avisos?|recordatorios?|alertas?|notificacion(?:es)?|llamadas|correos?|emails?|publicidad|promocion(?:es)?|ofertas|anuncios|whatsapps?|spam|propagandas?|comunicacion(?:es)?|suscripcion';
const between =
  'ya|de|el|la|los|las|su|sus|tu|tus|esos|esas|estos|estas|este|esta|ese|esa|mas|por|favor|me|con|enviar|enviarme|enviandome|enviando|mandar|mandarme|mandando|mandandome|recibir|recibiendo|recibirlos|todos|todas|tantos|tantas|estar|seguir|que|sigan|envien|envie|manden|mande|lleguen|llegar|esten|molestos|ningun|ninguna|otros|futuros|automaticos|a|mi|numero|celular|telefono|nos|le|les|vuelvan|vuelva';
const forms =
  'escrib(?:a|an|as|ir|irme|ame|anme)|envi(?:e|en|es|ar|arme|eme|enme)|mand(?:e|en|es|ar|arme|eme|enme)|contact(?:e|en|es|ar|arme|eme|enme)|llam(?:e|en|es|ar|arme|eme|enme)|habl(?:e|en|es|ar|arme)|molest(?:e|en|es|ar|arme|eme|enme|ando)|text(?:ee|een|ear|earme)|mensaje(?:e|en|ar|arme)|notifi(?:que|quen|car|carme)';
const aim = `mas|nunca|jamas|ya|nada|por favor|porfa|porfavor|gracias|tanto|tantos|tantas|esto|estos|estas|este|esta|eso|esos|esas|cosas|de nuevo|otra vez|por (?:aqui|aca|este medio|whatsapp|sms|mensaje|texto)|a (?:este|mi|ese) (?:numero|telefono|celular|cel)|al (?:celular|telefono)|mi (?:numero|telefono|celular)|de|sus|su|los|las|ustedes|uds|aqui|tipo|automaticos|urgente|entonces|${kinds}`;
const tail = `(?: (?:${aim}))*(?:$| (?:porque|pues|que|y|si no|sino|yo|ya no soy|no soy|cambie|estoy)(?!\\p{L}))`;
const lists =
  '(?:listas?|base|sistema|registros?|contactos?|mensajes|sms|datos|aqui|agenda|directorio|envios?|recordatorios|difusion)(?! de (?:espera|deseos|regalos|compras|invitados))';
const list = `(?: (?:de|del) (?:(?:su|sus|la|las|el|esta|este|estas|tu|tus|todas|toda|los|de|lista|listas) ){0,4}${lists})`;
const done = '(?: (?:por favor|porfa|porfavor|gracias|ya|urgente|ahora|de inmediato|inmediatamente))*';

const patterns = [
  `(?:pare|paren|parenle|parele|parale|parar|parad|detenga|detengan|deten|detener|deje|dejen|deja|dejad|dejar|dejeme|dejenme|cese|cesen|cesar|cancele|cancelen|cancela|cancelar|suspenda|suspendan|suspender|elimine|eliminen|eliminar|quitar|quiten|no mas|ya no|no(?= (?:me|nos|mas|le|les|envi|mand|lleg|quiero|deseo))|basta|basta ya|alto|stop|no quiero|no quisiera|no deseo|no necesito|no me interesan?|harto|harta|cansad[oa]) ${some(between)}(?:${kinds})(?! (?:a|al|del?) (?:doctor|dr))`,
  `(?:no|nunca|jamas|ya no|deje|dejen|deja|dejar|pare|paren|para|parar|favor de no|basta) ${some('me|nos|le|les|de|mas|por|favor|vuelvan?|vuelvas|a|quiero|que|sigan?|sigas|estar?|esten|deseo|ser', 6)}(?:${forms}|contactad[oa])(?<!no (?:te |los |les |le )?(?:quiero |quisiera )?molestar)${tail}`,
  `(?:dar|darme|dame|deme|denme|dennos|darnos|dese|quiero dar|quisiera dar|favor de dar|solicito|pido|quiero|mi|doy mi|me doy|me den|me dan|tramitar|pedir)(?: la| mi| una| de)? baja${choice(`${done}$`, ` (?:de )?(?:la |mi |esta |su |el |este |los |las |sus |estos |a )*(?:suscripcion|servicio|numero|telefono|celular|lista|${kinds})`, list)}`,
  `^baja(?: (?:de )?(?:la |los |sus |estos |su )*(?:suscripcion|servicio|lista|${kinds}))?${done}$`,
  'des(?:us|ins)cri\\p{L}*|(?:cancel|anul|termin)\\p{L}* (?:mi |la |esta |su )?suscripcion',
  `(?:quit|sac|saqu|elimin|borr|remuev|retir|exclu|descart|bloque)\\p{L}*(?:me|nos)${choice(`${done}$`, list)}`,
  `(?:quit|sac|saqu|elimin|borr|remov|remuev|retir|exclu|bloque)\\p{L}* (?:a )?(?:mi|este|ese|el) (?:numero|nombre|telefono|celular|contacto|cel)${choice(`${done}$`, `(?: de (?:telefono|celular))?${list}`)}`,
  '(?:deje|dejen|deja)(?:me|nos) (?:en paz|tranquil[oa])|^no mas$|^(?:ya )?basta(?: ya)?(?: (?:con|de) (?:esto|eso|todo))?$|^ya no mas$|no (?:me|nos) moleste[ns]?(?! (?:esperar|que))|^no molest(?:e|en|es)(?: mas)?$|vayan?se al|al carajo|chingad\\p{L}*',
  `(?:ser|sea|sean) (?:eliminad|borrad|removid|quitad|sacad|dad)[oa]s?(?: de baja)?${choice(`${done}$`, list)}`,
  '^(?:para|parale|parenle|parele|ya parale|ya paren|ya pare)(?: (?:ya|de una vez|con esto|por favor))*$',
  'no quiero (?:saber nada|mas nada|nada mas|recibir)(?: (?:mas|nada|nada mas|esto|estos|eso|de ustedes|de uds|por favor|gracias))*$',
  '(?:no (?:doy|di|autorizo|autorice|he dado|tienen)) (?:mi |el |ningun )?(?:consentimiento|permiso|autorizacion)|revoc\\p{L}* (?:mi |el )?(?:consentimiento|permiso|autorizacion)|no (?:autorizo|autorice)',
  '(?:salir|salirme|fuera) de (?:su |la |esta |sus )(?:lista|listas|base|grupo)(?! de espera)',
];

const wrong = [
  '(?:numero|telefono|persona) (?:equivocad[oa]|incorrect[oa]|erroneo)|equivoc\\p{L}+ de (?:numero|persona|telefono)|este (?:numero|telefono) (?:ya )?no es de|(?:ya )?no es (?:el|su) numero',
];

export const spanishPhrases = phrasesOf('es', patterns, wrong);

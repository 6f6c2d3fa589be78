import { choice, phrasesOf, some } from './phrase.ts';

/**
 * How people ask for no more messages in Spanish; the kinds of phrases are those of public test suites for opt-outs. What follows "no me manden"
 * must be on a short list: "no me manden más facturas" is about invoices.
 */

const kinds =
  'msgs?|mensajes?|mensajitos?|msjs?|msj|mjes?|mens|sms|textos?|avisos?|recordatorios?|alertas?|notificacion(?:es)?|llamadas|correos?|emails?|publicidad|promocion(?:es)?|ofertas|anuncios|whatsapps?|spam|propagandas?|comunicacion(?:es)?|suscripcion';
const between =
  'ya|de|el|la|los|las|su|sus|tu|tus|esos|esas|estos|estas|este|esta|ese|esa|mas|por|favor|me|con|enviar|enviarme|enviandome|enviando|mandar|mandarme|mandando|mandandome|recibir|recibiendo|recibirlos|todos|todas|tantos|tantas|estar|seguir|que|sigan|envien|envie|manden|mande|lleguen|llegar|esten|molestos|ningun|ninguna|otros|futuros|automaticos|a|mi|numero|celular|telefono|nos|le|les|vuelvan|vuelva|mandando|textos|textearme|un|una|solo|envio|envios|recepcion|del|al|lo|quiero|deseo|favor|no|sms|marketing|basura|spam|pinches|putos|malditos|siempre|tanto|tu|ustedes|uds|tener|ver|ningun|recibiendo|llegarme';
const forms =
  'escrib(?:a|an|as|ais|ir|irme|ame|anme|iendo|iendome)|envi(?:e|en|es|eis|ar|arme|eme|enme)|mand(?:e|en|es|eis|ar|arme|eme|enme)|contact(?:e|en|es|eis|ar|arme|eme|enme)|llam(?:e|en|es|eis|ar|arme|eme|enme)|habl(?:e|en|es|ar|arme)|molest(?:e|en|es|eis|ar|arme|eme|enme|ando)|text(?:ee|een|ear|earme)|mensaje(?:e|en|ar|arme)|notifi(?:que|quen|car|carme)';
const aim = `mas|nunca|jamas|ya|nada|por favor|porfa|porfavor|gracias|tanto|tantos|tantas|esto|estos|estas|este|esta|eso|esos|esas|cosas|de nuevo|otra vez|por (?:aqui|aca|este medio|whatsapp|sms|mensaje|texto)|a (?:este|mi|ese) (?:numero|telefono|celular|cel)|al (?:celular|telefono)|mi (?:numero|telefono|celular)|de|sus|su|los|las|ustedes|uds|aqui|tipo|automaticos|urgente|entonces|ningun|ninguna|tonterias|pendejadas|basura|porquerias|mamadas|babosadas|estupideces|a mi (?:mama|esposa|esposo|hija|hijo|familia|papa)|${kinds}`;
const tail = `(?: (?:${aim}))*(?:$| (?:porque|pues|que|y|si no|sino|yo|ya no soy|no soy|cambie|estoy)(?!\\p{L}))`;
const lists =
  '(?:listas?|base|sistema|registros?|contactos?|mensajes|sms|datos|aqui|agenda|directorio|envios?|recordatorios|difusion)(?! de (?:espera|deseos|regalos|compras|invitados))';
const list = `(?: (?:de|del) (?:(?:su|sus|la|las|el|esta|este|estas|tu|tus|todas|toda|los|de|lista|listas) ){0,4}${lists})`;
const done = '(?: (?:por favor|porfa|porfavor|gracias|ya|urgente|ahora|de inmediato|inmediatamente))*';

const patterns = [
  `(?:pare|paren|parenle|parele|parale|parar|parad|detenga|detengan|deten|detener|(?:deje|dejen|deja|dejad|dejar)(?= de )|nomas|cese|cesen|cesar|cancele|cancelen|cancela|cancelar|suspenda|suspendan|suspender|elimine|eliminen|eliminar|quitar|quiten|no mas|ya no|no(?= (?:me|nos|mas|le|les|envi|mand|lleg|quiero|deseo))|basta|basta ya|alto|stop|no quiero|no quisiera|no deseo|no necesito|no me interesan?|harto|harta|hart[oa]s|cansad[oa]|canse|cansaron|desactiv\\p{L}*|bloque[ae]n?|estuvo bueno|sin|cero|parenle|parale|para con|terminen?|terminar|finalicen?|retir[ae]n?|nunca (?:pedi|autorice|solicite|acepte|quise)|no (?:pedi|autorice|solicite|acepte)|como (?:cancelo|paro|bloqueo|quito|detengo|desactivo|elimino)|no mas) ${some(between)}(?:${kinds})(?! (?:a|al|del?) (?:doctor|dr|trabajo|casa)| (?:antes|despues))`,
  `(?:no|nunca|jamas|ya no|deje|dejen|deja|dejar|pare|paren|para|parar|favor de no|basta) ${some('me|nos|le|les|de|mas|por|favor|vuelvan?|vuelvas|a|quiero|que|sigan?|sigas|estar?|esten|deseo|ser', 6)}(?:${forms}|contactad[oa])(?<!no (?:te |los |les |le )?(?:quiero |quisiera )?molestar)${tail}`,
  `(?:dar|darme|dame|deme|denme|dennos|darnos|dese|quiero dar|quisiera dar|favor de dar|solicito|pido|quiero|mi|doy mi|me doy|me den|me dan|tramitar|pedir)(?: la| mi| una| de)? baja${choice(`${done}$`, ` (?:de )?(?:la |mi |esta |su |el |este |los |las |sus |estos |a )*(?:suscripcion|servicio|numero|telefono|celular|lista|${kinds})`, list)}`,
  '(?:den|dan|dar|doy|dame|demen|deme|de|dese|dar(?:me|se|nos)) (?:me |nos )?de baja(?!(?: \\p{L}+){0,2} (?:seguro|tarjeta|cita|doctor|medica|laboral|trabajo))|(?:me|nos) (?:doy|dan|den|da|dar|quiero dar|pueden dar|podrian dar) de baja',
  `^baja(?: (?:de )?(?:la |los |sus |estos |su )*(?:suscripcion|servicio|lista|${kinds}))?${done}$`,
  'des(?:us|ins)cri\\p{L}*|(?:cancel|anul|termin)\\p{L}* (?:mi |la |esta |su )?suscripcion',
  `(?:quit|sac|saqu|elimin|borr|remuev|retir|exclu|descart|bloque)\\p{L}*(?:me|nos)${choice(`${done}$`, list)}`,
  `(?:quit|sac|saqu|elimin|borr|remov|remuev|retir|exclu|bloque)\\p{L}* (?:a )?(?:mi|este|ese|el) (?:numero|nombre|telefono|celular|contacto|cel)${choice(`${done}$`, `(?: de (?:telefono|celular))?${list}`)}`,
  '(?:deje|dejen|deja)(?:me|nos) (?:en paz|tranquil[oa])|^no mas$|^(?:ya )?basta(?: ya)?(?: (?:con|de) (?:esto|eso|todo))?$|^ya no mas$|no (?:me|nos) moleste[ns]?(?! (?:esperar|que))|^no molest(?:e|en|es)(?: mas)?$|vayan?se al|al carajo|chingad\\p{L}*',
  `(?:ser|sea|sean) (?:eliminad|borrad|removid|quitad|sacad|dad)[oa]s?(?: de baja)?${choice(`${done}$`, list)}`,
  '^(?:para|parale|parenle|parele|ya parale|ya paren|ya pare)(?: (?:ya|de una vez|con esto|por favor))*$',
  'no quiero (?:saber nada|mas nada|nada mas|recibir)(?: (?:mas|nada|nada mas|esto|estos|eso|de ustedes|de uds|por favor|gracias))*$',
  '(?:no (?:doy|di|he dado|tienen)) (?:mi |el |ningun )?(?:consentimiento|permiso|autorizacion)|revoc\\p{L}* (?:mi |el )?(?:consentimiento|permiso|autorizacion)|no (?:autorizo|autorice)(?= (?:mensajes|que|el (?:uso|envio)|recibir|est[oae]s?|contacto|sms|nada)|$)',
  '(?:salir|salirme|fuera) de (?:su |la |esta |sus )(?:lista|listas|base|grupo)(?! de espera)',
];

const threats = [
  '(?:dadme|que me (?:deis|den|de)|quiero|solicito|pido|tramit\\p{L}*|mi) (?:mi |la |de )?baja(?: inmediata)?$|que me (?:deis|den) de baja|dadme de baja|baja (?:inmediata|del? (?:este |su )?servicio|de (?:esto|este servicio|sms|mensajes)|sms|publicidad|ya)(?: por favor)?$',
  'me (?:tienen|tiene|traen) (?:hart|cansad|fastidiad|hasta|podrid)\\p{L}*|(?:estoy|estamos) hasta (?:la|el|los) \\p{L}+ (?:de|con) (?:sus|tus|los|tantos|estos) (?:mensajes|textos|mensajitos|sms)|que (?:fastidio|molestia|lata) (?:con|de) (?:sus|los|estos|tantos) (?:mensajes|textos|sms)',
  'derecho de (?:oposicion|cancelacion|supresion)|(?:cancelacion|eliminacion|supresion|borrado) de (?:mis|mi) (?:datos|numero|registro|informacion)|(?:cancel|anul|elimin|borr)\\p{L}* (?:mi|el) (?:registro|inscripcion|afiliacion)|(?:solicito|pido|exijo|prefiero|ruego)(?: que)? no (?:recibir|ser contactad|me (?:mand|envi|escrib|contact|molest|llam))\\p{L}*(?! (?:la|el) (?:vacuna|factura))',
  '(?:nunca|no) (?:les |le )?(?:di|dimos|he dado) (?:mi|este) (?:numero|telefono|celular)$|(?:borr|elimin|quit|saqu)(?:en|e|a)lo(?: (?:de|del) (?:su|la|el|tu|sus|esta)? ?(?:lista|sistema|base|contactos)(?! de espera)|$)',
  '(?:poner|pondre|levantar) una (?:denuncia|queja|demanda)|ya (?:los|te|lo|las|la) (?:bloque|report|denunci)\\p{L}*|^(?:bloquead|reportad|denunciad)[oa]s?(?: (?:como|por) (?:spam|acoso))?$|dej\\p{L}+ de (?:frega|jode)\\p{L}*|no volver a (?:contactar|escribir|llamar|mandar|enviar|molestar)(?:me|nos)?(?:$| (?:mensajes|textos|sms|nada|mas|por favor|gracias))|^(?:pura |es |que )?(?:basura|porqueria)s?$|no (?:me )?molest(?:e|en|es) a mi \\p{L}+|no quiero recibir (?:nunca|nada|mas)(?: mas)*$|ya dejen? de estar \\p{L}+',
  '(?:los|las|lo|la|te|le|les) (?:voy a|vamos a|estoy|tendre que) ?(?:bloque|report|denunci|demand)\\p{L}*|(?:voy a|vamos a) (?:bloque|report|denunci|demand)\\p{L}*(?: (?:este|el) numero|los|las|lo)?$',
  '^(?:esto |es |son |puro |puros |pinche )*(?:spam|acoso)(?: (?:ya|por favor|gracias|basta))*$',
  'no (?:chingu?en?|jod(?:an|as|er|a)|friegu?en?|fastidi\\p{L}*|est(?:en|e|es) (?:molest|chinga|jodi|friega)\\p{L}*)|dej(?:en|e|a|ad|ar) de (?:jod|ching|frieg|molest|fastidi|acos|hostig|insist|estar)\\p{L}*(?: (?:con (?:esto|eso|los mensajes)|por favor|ya|tanto|ustedes))*$|(?:vayan|vaya|vete|vayanse) (?:se )?a la (?:mierda|chingada|verga)|a la (?:mierda|chingada|verga)|ching\\p{L}+ (?:a )?(?:su|tu) madre',
  'olvid(?:en|e|a|ense|ese|ate)(?:se)? (?:de )?(?:mi|este|mi numero)(?: (?:numero|telefono|celular|contacto))?$|olvidense de mi',
  '(?:me|nos) (?:pued\\p{L}+|podri\\p{L}+)? ?(?:sac|quit|borr|elimin|remov|retir|exclu)\\p{L}* (?:de|del) (?:(?:su|sus|la|las|el|esta|este|tu|todas) )*(?:listas?|base|sistema|registros?|contactos?|ahi|aqui|mensajes|envios?|grupo)(?! de espera)|(?:que|quiero que|pido que|necesito que|favor de) (?:me|nos) (?:sa[cq]u?en?|quit(?:en?|aran?|ar)|borr(?:en?|aran?|ar)|elimin(?:en?|aran?|ar)|remuevan?|retir(?:en?|aran?)|excluyan?)(?! (?:los puntos|la muela|el diente|la cita|mi cita|puntos|una muela|el yeso))|me (?:eliminar[ao]n?|borraran?|quitaran?|sacaran?)(?: de|$)',
  '(?:sa[cq]|quit|borr|elimin)\\p{L}* (?:a )?(?:mis|los|todos mis) (?:datos|informacion)|(?:saquen|quiten|borren|eliminen|saque|quite)(?:me|nos) (?:ya|de ahi|de aqui)$',
  '^dejar de recibir(?: (?:esto|mas|por favor|gracias))*$|^no (?:recibir|participar|suscribir|suscribirme|participo)(?: (?:mas|nada|mensajes|gracias))*$|^(?:por favor |porfa |no )*ya no(?: (?:mas|por favor|gracias|porfa))*$|^(?:por favor |porfa )?no (?:enviar|mandar|molestar|contactar|escribir|llamar|textear|contacten?|enviarme|mandarme)(?: (?:mas|nada|mensajes|por favor|gracias|textos|a este numero))*$',
  'no (?:quiero|deseo|quisiera|pedi|solicite|me interesa)(?: (?:mas|ya|nada|que|de|estar|ser|seguir|recibir|recibiendo|parte|en|contacto|contactado|contactada|contactados)){1,5} (?:(?:de |en |con )?(?:su|sus|esta|la|el|tu|uds|ustedes|ud) ?(?:lista|listas|base|grupo|sistema)?|informacion|info|esto|mas|nada|contactad[oa]s?)(?: (?:por favor|gracias))*$|nunca (?:me )?(?:inscribi|suscribi|registre|anote)|(?:yo )?no me (?:inscribi|suscribi|registre|anote|apunte)|nunca (?:di|les di|autorice|acepte) ',
  '(?:retir|quit|cancel|revoc)\\p{L}* (?:mi |el )?(?:consentimiento|permiso|autorizacion)',
  'como (?:hago|puedo|le hago|se hace|hacer)? ?(?:para |hacer para |dejar |dejo )*(?:no |dejar de |parar de |ya no )*(?:dejo de |de )?(?:recib\\p{L}*|que no me (?:lleguen|manden|envien|escriban)|desuscrib\\p{L}*|salir de la lista|salirme)',
  'no me (?:llam|escrib|mand|envi|contact|text|molest|habl)\\p{L}* (?:ni|y no) (?:me )?(?:llam|escrib|mand|envi|contact|text|molest)\\p{L}*|no me text(?:ee|een|ien|ie|iando|es|eo)|no (?:vuelv\\p{L}+ a |me vuelv\\p{L}+ a )(?:escrib|mand|envi|contact|text|molest|llam|habl)\\p{L}*|(?:pedi|dije|digo|pido|pedimos) (?:ya )?que (?:ya )?(?:pararan|paren|pare|no (?:me )?(?:mand|envi|escrib|llam|molest)\\p{L}*|me (?:quit|sac|borr|elimin)\\p{L}*|dejen de \\p{L}+|dejaran de \\p{L}+)',
];

const wrong = [
  '^(?:yo |ya )*no soy (?:su |un |una )?(?:paciente|client[ea])(?: (?:de ustedes|ahi|suy[oa]|de ahi|de esa clinica))*$',
  '(?:yo )?no soy (?:yo|esa persona|ese|la persona|el que|la que|quien|a quien)(?: (?:que )?(?:busca|buscan|usted|ustedes|creen|piensa|piensan))*$|^(?:ese|esa|este) no soy yo|(?:este|ese) (?:celular|numero|telefono|cel) (?:(?:ya|ahora) )+(?:no )?(?:es|le pertenece|tiene)|(?:este|ese) no es mi numero|^(?:se |usted se |ustedes se |creo que se )equivoc(?:o|an|aron|a)$|ya cambio de numero|(?:ya )?no es paciente$',
  '(?<!(?:di|puse|escribi|anote) (?:el |mi |un )?)(?:num|nro|n|no|tel|cel|celular|#) (?:equivocad[oa]|incorrecto|erroneo)|num\\p{L}* (?:ekivocad|equibocad)[oa]|no (?:mas|more) stop|^(?:usted |ud |uds |ustedes |estan |esta )*(?:equivocad[oa]s?)(?: de numero)?$|no (?:conozco|conocemos) a (?:es[ae]|nadie|ningun|ninguna|tal)(?: \\p{L}+)?(?: persona)?|(?:aqui|aca) no (?:vive|hay|esta|se encuentra) (?:ningun|ninguna|nadie)|no hay (?:nadie|ninguna?)(?: persona)? (?:con ese nombre|llamad[oa])',
  '(?<!(?:di|puse|escribi|anote|dieron|tenia|marque|mande) (?:el |mi |un )?)(?:numero|telefono|persona) (?:equivocad[oa]|incorrect[oa]|erroneo)|equivoc\\p{L}+ de (?:numero|persona|telefono)|este (?:numero|telefono) (?:ya )?no es de|(?:ya )?no es (?:el|su) numero',
];

export const spanishPhrases = phrasesOf('es', [...patterns, ...threats], wrong);

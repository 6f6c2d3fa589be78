import { answerPattern, asking, type AnswerTable } from './answer-table.ts';

/** Yes and no words beside AppointmentReminder.com's "Si" and "Ok gracias" are those of public Spanish training sets of chatbots; the sentences are ours. */

const never = '(?<!(?:no|sin|nada que|no quiero|no necesito|no hace falta) )';
const visit = '(?:cita|citas|consulta|turno|hora|horario|dia|fecha|visita|sesion|reserva)';
const of = '(?: (?:mi|la|el|de|su|una|esta|para|a|que|mi hora|dia))*';

export const spanishAnswers: AnswerTable = {
  reschedule: answerPattern(
    `${never}(?:reprogram\\p{L}*|reagend\\p{L}*|re ?agend\\p{L}*|recalendari\\p{L}*|pospon\\p{L}*|posterg\\p{L}*|aplaz\\p{L}*)`,
    `${never}(?:cambi|mov|muev|mued|pas|corr|recorr|adelant|atras|modific)\\p{L}*${of} (?:${visit}|otro|otra|para|al|a la|mas|lunes|martes|miercoles|jueves|viernes|sabado)`,
    '(?:otro|otra|diferente|distint[oa]|mejor) (?:dia|hora|horario|fecha|cita|momento|turno|semana)|(?:mas|un poco mas) (?:tarde|temprano)|(?:dia|hora|fecha) (?:diferente|distint[oa])',
    '(?:puede|podria|puedo|podemos|se puede|hay|tiene|tienen|seria|mejor|prefiero|quisiera)(?: \\w+){0,5} (?:proxima semana|otra semana|el (?:lunes|martes|miercoles|jueves|viernes|sabado)|por la (?:tarde|manana)|despues de las \\d+|antes de las \\d+)|en lugar de|en vez de',
  ),
  cancel: answerPattern(
    `${never}(?:cancel\\p{L}*|anul\\p{L}*|suspend\\p{L}* (?:mi|la) cita)`,
    '(?:no|tampoco) (?:voy a |me es |nos es |me va a ser )?(?:puedo|podre|podria|podremos|podemos|pude|voy|vamos|ire|iremos|asistire|asistiremos|asisto|llego|llegare|poder|posible|alcanzo|ir)(?: (?:a|ir|asistir|llegar|acudir|poder|presentarme|estar|hoy|manana|ese dia|venir|ya))*',
    '(?:ya no|no) (?:necesito|quiero|requiero|voy a necesitar|ocupo)(?: (?:la|mi|ir a|esa|una|ir))* ?(?:cita|consulta|turno)?|me es imposible|imposible (?:ir|asistir)|no asist\\p{L}*|no (?:me )?present\\p{L}*|(?:tengo que|voy a) faltar|borr\\p{L}* (?:mi|la) cita|quit\\p{L}* (?:mi|la) cita',
  ),
  confirm: answerPattern(
    `${asking}(?:confirm(?:o|ado|ada|amos|ar|adisimo)|comfirmo)|confirmar (?:mi|la) (?:cita|asistencia)|confirm\\p{L}* (?:la |mi )?(?:cita|asistencia)`,
    '(?<!no )(?:ahi|alli|alla|aqui) (?:estare|estaremos|nos vemos|estoy|voy)|(?<!no )(?:estare|estaremos|asistire|asistiremos|asisto|ire|iremos|llegare|llegaremos|acudire|voy a (?:ir|estar|asistir)|vamos a (?:ir|estar|asistir|llegar)|si voy|si vamos|alla voy)(?! tarde)|nos vemos|hasta (?:manana|luego|entonces|el|pronto)|sin falta|cuente[ns]? conmigo|voy en camino|por supuesto que (?:si|voy)|no (?:voy a faltar|faltare|cancel\\p{L}*)|mantener (?:la|mi) cita|(?:me|nos) (?:funciona|queda bien|parece bien|sirve)|no hay problema|sin problema',
  ),
  yes: answerPattern(
    'si|sip|sii+|simon|claro(?: que si)?|por supuesto|ok|okey|okay|vale|de acuerdo|correcto|correcta|perfecto|esta bien|muy bien|bien|bueno|entendido|enterad[oa]|listo|lista|dale|efectivamente|asi es|exacto|afirmativo|acepto|excelente|genial|buenisimo|en efecto|suena bien|desde luego|como no|andale|orale|y|s|c|👍|👌|✅|✔|🆗|🙌|💯',
  ),
  no: answerPattern('no|nop|nel|nunca|jamas|negativo|para nada|de ninguna manera|no gracias|no creo|ni modo|n|x|👎|❌|🚫|✖'),
  thanks: answerPattern('gracias|muchas gracias|muchisimas gracias|mil gracias|muy amable|se agradece|te agradezco|🙏|😊|❤|👋'),
  hold: answerPattern(
    'creo que|tal vez|quizas?|a lo mejor|no se|no estoy segur[oa]|todavia no|aun no|depende|lo intentare|voy a intentar|tratare|voy a tratar|le aviso|les aviso|luego aviso|tarde|retras\\p{L}*|trafico|llam\\p{L}* por favor|llam[ae]me|quien es|enferm[oa]|fiebre|gripe|emergencia|hospital|fallecio|murio|🤔|🤷',
  ),
};

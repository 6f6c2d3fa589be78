import assert from 'node:assert/strict';
import { misusedWords, reservedWordOf } from '#domain/campaign/reserved-words.ts';

/** What people write, and the word that would unsubscribe them; none where the text is fine. */
const texts: readonly (readonly [text: string, misused?: string])[] = [
  ['STOP to opt out.'],
  ['Reply STOP to unsubscribe'],
  ['reply stop to stop'],
  ['Text STOP to end'],
  ['Reply STOP.'],
  ["Reply C to confirm, R to change, X if you can't come. STOP to opt out."],
  ['Reply HELP for help, STOP to quit'],
  ['To opt out reply STOP'],
  ['To unsubscribe, text END'],
  ["Reply 'STOP' to stop these messages"],
  ['STOP=opt out'],
  ['Reply CANCEL to opt out'],
  ['Reply STOP to cancel these reminders'],
  ['Reply STOP to no longer receive texts'],
  ['Send STOP to be removed from these reminders'],
  ['Reply STOP to stop appointment reminders'],
  ['Reply STOP to stop or HELP for help'],
  ['STOP to end anytime'],
  ['Text STOP to stop receiving our msgs'],
  ['Please cancel by Friday'],
  ['Call us to cancel.'],
  ['Reply C to confirm or call us to cancel.'],
  ['Reply C to confirm, X to cancel.'],
  ['Reply C to confirm, R to reschedule or cancel.'],
  ['Your visit will END AT 5'],
  ['To end your treatment, call us.'],
  ["Don't stop taking your pills for 3 days."],
  ['Text us. We cancel after 10 minutes.'],
  ['Front desk open until the end of day, reply C.'],
  ['If you cancel, reply X'],
  ['Reply X to cancel or stop by our office for help'],
  ['We are at {{ address }}. Weekend hours end at noon.'],
  ['Reply CANCEL to cancel', 'CANCEL'],
  ['Reply CANCEL to cancel your appointment', 'CANCEL'],
  ['Reply YES to confirm or CANCEL to cancel.', 'CANCEL'],
  ['reply yes to confirm or cancel to cancel', 'CANCEL'],
  ['CANCEL to cancel', 'CANCEL'],
  ["Text 'cancel' to cancel", 'CANCEL'],
  ['Reply YES or CANCEL', 'CANCEL'],
  ['reply with yes or cancel', 'CANCEL'],
  ['Reply yes/no/cancel', 'CANCEL'],
  ['Reply: CONFIRM / CANCEL', 'CANCEL'],
  ['Reply C=confirm, CANCEL=cancel', 'CANCEL'],
  ['Reply C to confirm, CANCEL to cancel', 'CANCEL'],
  ['Reply {{ yes }} or CANCEL', 'CANCEL'],
  ['Type "Cancel" to cancel {{ practitioner }}', 'CANCEL'],
  ['Reply CANCEL', 'CANCEL'],
  ['REPLY CANCEL TO CANCEL', 'CANCEL'],
  ["Respond with cancel if you can't make it", 'CANCEL'],
  ['Reply CANCEL\nto cancel', 'CANCEL'],
  ['Reply STOP to cancel your appointment', 'STOP'],
  ['STOP to cancel your visit', 'STOP'],
  ['Text STOP to stop your appointment', 'STOP'],
  ['Reply STOP for help', 'STOP'],
  ['Reply STOP ALL to move your visit', 'STOPALL'],
  ['Reply STOPALL to reschedule', 'STOPALL'],
  ['Reply END to end your appointment', 'END'],
  ['Reply END to finish', 'END'],
  ['Reply END to end the call', 'END'],
  ['STOP to stop your treatment', 'STOP'],
  ["Reply QUIT if you can't come", 'QUIT'],
  ['Reply UNSUBSCRIBE to reschedule', 'UNSUBSCRIBE'],
  ['Reply OPT OUT to move your visit', 'OPTOUT'],
  ['Reply OPTOUT to decline', 'OPTOUT'],
  ['Reply REVOKE to decline', 'REVOKE'],
  // Spanish
  ['Responda C para confirmar, X para cancelar. STOP para no recibir más mensajes.'],
  ['Responda STOP para dejar de recibir mensajes'],
  ['Responda BAJA para darse de baja'],
  ['Envíe ALTO para cancelar los mensajes.'],
  ['Para dejar de recibir recordatorios, responda CANCELAR'],
  ['Para no recibir más avisos de sus citas responda PARAR.'],
  ['Responda ALTO'],
  ['Llame para cancelar su cita o responda X.'],
  ['Responda C para confirmar o llame para cancelar.'],
  ['Estamos en la PLANTA BAJA - consultorio 3'],
  ['CITA EN PLANTA BAJA PARA SU VISITA'],
  ['Puede salir por la puerta de atrás.'],
  ['El edificio alto para su cita'],
  ['Responda CANCELAR para cancelar su cita', 'CANCELAR'],
  ['Responda SI para confirmar o CANCELAR para cancelar', 'CANCELAR'],
  ['Responda SI o CANCELAR', 'CANCELAR'],
  ['Conteste con cancelar si no puede venir', 'CANCELAR'],
  ['Envíe BAJA para cambiar su cita', 'BAJA'],
  ['Responda STOP para cancelar su cita', 'STOP'],
  ['Responda «ALTO» para reprogramar', 'ALTO'],
  ['CANCELAR para cancelar su cita', 'CANCELAR'],
  // Portuguese
  ['Responda SAIR para não receber mais mensagens'],
  ['Envie PARAR para parar de receber lembretes'],
  ['Responda C para confirmar, X para cancelar.'],
  ['Ao sair, feche a porta.'],
  ['Responda CANCELAR para cancelar a consulta', 'CANCELAR'],
  ['Digite SAIR para remarcar', 'SAIR'],
  ['Responda SIM ou CANCELAR', 'CANCELAR'],
  ['Envie STOP se não puder vir à consulta', 'STOP'],
  // French
  ['Répondez STOP pour ne plus recevoir de messages'],
  ['Envoyez ARRÊT pour vous désabonner'],
  ['ARRET pour arrêter les messages'],
  ['Répondez C pour confirmer, X pour annuler.'],
  ['Appelez-nous pour annuler votre rendez-vous.'],
  ["Arrêt de bus devant l'entrée"],
  ['Répondez ANNULER pour annuler votre rendez-vous', 'ANNULER'],
  ['Répondez OUI ou ANNULER', 'ANNULER'],
  ['Tapez ARRET pour reporter votre rdv', 'ARRET'],
  ['Répondez ARRÊT pour annuler la visite', 'ARRET'],
  ['Envoyez STOP pour annuler le rendez-vous', 'STOP'],
];

describe('reserved words', () => {
  for (const [text, misused] of texts) {
    it(`${JSON.stringify(text)} ${misused === undefined ? 'is fine' : `misuses ${misused}`}`, () =>
      assert.deepEqual(misusedWords(text), misused === undefined ? [] : [misused]));
  }

  it('are found in the longest text in no time', () => {
    for (const piece of ['STOP STOP ', 'STOP to stop your your the all ', 'STOP para parar de de la ', 'reply a, or or o u ']) {
      const started = performance.now();
      misusedWords(piece.repeat(50_000 / piece.length));
      assert.ok(performance.now() - started < 3_000, piece);
    }
  });

  it('are known as an answer, however they are written', () => {
    for (const answer of [
      'STOP',
      'stop',
      ' Stop. ',
      'opt-out',
      'Opt out',
      'STOP ALL',
      'cancel',
      '"END"',
      'quit',
      'revoke',
      'unsubscribe',
      'Arrêt',
      'baja',
      'Cancelar',
      'sair',
      'désabonner',
    ])
      assert.ok(reservedWordOf(answer), answer);
    for (const answer of ['basta', 'Exit', 'FUERA', 'remover', 'quitter'])
      assert.ok(reservedWordOf(answer), `${answer}: read as an opt-out too`);
    for (const answer of ['X', 'C', 'NO', 'stopped', 'cancel it', 'ending', '']) assert.equal(reservedWordOf(answer), undefined, answer);
  });
});

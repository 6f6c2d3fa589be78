import { lines, type Answers } from './answers.ts';

export const romance: Readonly<Record<'Spanish' | 'Portuguese' | 'French', Answers>> = {
  Spanish: {
    confirm: lines(`
      Sí
      si
      Si confirmo
      sí, ahí estaré
      Confirmo
      confirmado
      Confirmo mi asistencia
      ok gracias
      Ok
      claro que sí
      Por supuesto
      perfecto, gracias
      de acuerdo
      ahí nos vemos
      nos vemos mañana
      Sí voy a ir
      asistiré
      Allí estaremos
      está bien
      gracias por avisar, ahí estaré
      no hay problema, ahí estaré
      listo gracias
      Dale
      👍
      no cancelen, sí voy
    `),
    cancel: lines(`
      No
      no puedo
      No puedo ir
      No podré asistir
      no voy a poder ir
      cancelar mi cita
      Quiero cancelar la cita
      Cancele mi cita por favor
      por favor cancelen
      ya no necesito la cita
      no voy a asistir
      No podemos ir mañana
      tengo que cancelar
      me es imposible ir
      No gracias
      no alcanzo a llegar
    `),
    reschedule: lines(`
      otra hora
      Otro día por favor
      quiero cambiar la cita
      Necesito reprogramar
      ¿puedo reagendar?
      se puede para otro día?
      me puede cambiar la cita para el martes
      Más tarde se puede?
      mover mi cita al viernes
      no puedo ir, ¿puede ser otro día?
      quisiera cambiar de horario
      podría ser la próxima semana?
      adelantar mi cita
    `),
    unclear: lines(`
      ¿A qué hora es?
      Quién es?
      ¿me puede confirmar la dirección?
      tal vez
      no sé todavía
      voy tarde
      llámeme por favor
      cuánto cuesta
      mi hijo está enfermo
      voy a tratar de ir
    `),
  },
  Portuguese: {
    confirm: lines(`
      Sim
      sim, confirmo
      Confirmo
      confirmado
      Confirmo presença
      ok obrigada
      Ok
      claro
      Estarei lá
      estaremos aí, até amanhã
      vou sim
      até amanhã
      combinado
      tá bom obrigado
      Tudo certo
      perfeito
      pode confirmar, estarei aí
      Beleza
      com certeza estarei
      👍
      não cancelem, eu vou
    `),
    cancel: lines(`
      Não
      não vou poder ir
      Não posso ir
      não poderei comparecer
      não vou conseguir ir
      quero cancelar a consulta
      Cancelar por favor
      preciso desmarcar
      pode cancelar
      infelizmente não vou
      não preciso mais da consulta
      não irei comparecer
      Não obrigada
      vou ter que desmarcar
    `),
    reschedule: lines(`
      remarcar
      Preciso remarcar
      quero remarcar minha consulta
      pode ser outro dia?
      outro horário por favor
      Tem outro horário?
      mudar para sexta
      gostaria de mudar o horário
      posso reagendar?
      não posso, pode ser outro dia?
      dá pra passar para semana que vem?
      mais tarde seria possível
    `),
    unclear: lines(`
      Que horas é?
      Quem é?
      qual o endereço?
      talvez
      não sei ainda
      vou atrasar
      me liga
      quanto custa
      pode me confirmar o endereço?
      vou tentar ir
    `),
  },
  French: {
    confirm: lines(`
      Oui
      oui merci
      Oui je confirme
      Je confirme
      confirmé
      Je confirme ma présence
      ok
      Ok merci
      D'accord
      j'y serai
      Je serai là
      nous serons là
      à demain
      Parfait, à demain
      c'est noté
      C'est bon pour moi
      ça marche
      entendu
      pas de problème, j'y serai
      bien reçu merci
      👍
      ça me convient
    `),
    cancel: lines(`
      Non
      je ne peux pas
      je ne pourrai pas venir
      Je ne peux pas venir demain
      je ne serai pas là
      annuler mon rendez-vous
      Merci d'annuler mon rdv
      je dois annuler
      Annulez svp
      j'ai un empêchement
      Je ne viendrai pas
      je n'ai plus besoin du rendez-vous
      impossible de venir
      Non merci
    `),
    reschedule: lines(`
      reporter
      Je voudrais reporter mon rdv
      peut-on déplacer le rendez-vous?
      un autre jour svp
      une autre heure
      changer de date
      Est-ce possible plus tard?
      je voudrais changer l'heure
      Pouvez-vous décaler à vendredi?
      je ne peux pas, un autre jour?
      avez-vous la semaine prochaine?
      plus tôt si possible
    `),
    unclear: lines(`
      C'est à quelle heure?
      Qui est-ce?
      quelle est l'adresse?
      peut-être
      je ne sais pas encore
      j'aurai du retard
      appelez-moi
      combien ça coûte
      pouvez-vous me confirmer l'adresse?
      je vais essayer
    `),
  },
};

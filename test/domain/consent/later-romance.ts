import { from, type Round } from './later-replies.ts';
import { lines } from './replies.ts';

export const laterRomance: Readonly<Record<'Spanish' | 'Portuguese' | 'French', Round>> = {
  Spanish: {
    optOuts: [
      {
        from,
        texts: lines(`
      quiero que dejen de mandarme mensajes
      ya no me envíen sms
      alto a los mensajes
      no me envien recordatorios
      deje de enviarme recordatorios por favor
      pare de enviarme mensajes
      por favor quitar mi numero
      favor de eliminar mi número de su lista
      ya no deseo recibir mensajes
      no deseo sus mensajes
      dejen de llamarme por favor
      no quiero más textos
      no quiero que me manden nada
      ya no manden mensajes
      parar mensajes
      cancelar mensajes
      dar de baja este número
      baja por favor gracias
      salir por favor
      este no es el numero de Pedro, no manden más
      Stop mensajes
      ya no envien nada
      no mas sms
      por favor no mas mensajes
      basta de recordatorios
      no quiero recibir nada de ustedes
      No me escriban a este número
      quiten este numero de su sistema
      eliminar mi número
      bórrame de la lista
      quiero que borren mi número
      dejen de enviar recordatorios
      deje de escribirme
      no me moleste más
      NO MOLESTEN
      Equivocado, no soy yo, número equivocado
      ya párenle con los mensajes
      Cancelar suscripción
      no autorizo mensajes
      ya no soy paciente no me manden mas mensajes
    `),
      },
    ],
    others: [
      {
        from,
        texts: lines(`
      no me llegan los recordatorios
      no me han llegado mensajes
      no veo los mensajes
      quiero recibir los recordatorios
      sí quiero mensajes
      No puedo recibir llamadas en el trabajo
      me pueden mandar el mensaje otra vez
      cancele la de mañana pero deje la del viernes
      no se preocupe
      no me han llamado
    `),
      },
    ],
  },
  Portuguese: {
    optOuts: [
      {
        from,
        texts: lines(`
      gostaria de parar de receber mensagens
      não quero receber mais mensagens de vocês
      por favor parem de mandar sms
      parar mensagens
      cancelar mensagens
      não mandem mais mensagens
      não envie mais nada para este número
      tirem meu número da lista
      por favor retire meu número
      quero ser removido da lista
      me removam por favor
      não desejo mais receber lembretes
      sair da lista
      pare com as mensagens
      deixe de me enviar sms
      não me ligue mais por favor
      não me contatem
      stop mensagens
      pare por favor
      parem de enviar sms
      quero parar de receber sms
      não quero lembretes
      não me envie mensagens
      não me mandem mais lembretes por favor
      tira meu número
      retirem meu número do cadastro
      me exclua da lista
      me remova
      cancelar inscrição
      não sou a Maria, número errado
      chega de lembretes
      não quero ser contatado
      remova-me da lista
      stop por favor
      sair
      descadastre meu número
      não autorizo mensagens
      para de enviar mensagens
    `),
      },
    ],
    others: [
      {
        from,
        texts: lines(`
      não estou recebendo os lembretes
      não chegam as mensagens
      quero receber os lembretes
      pode me mandar mensagem de novo
      não me ligaram
      vocês não mandaram o link
      não precisa ligar, estarei aí
      não vi o aviso
      cancela a de amanhã e deixa a de sexta
      não se preocupe
    `),
      },
    ],
  },
  French: {
    optOuts: [
      {
        from,
        texts: lines(`
      je souhaite ne plus recevoir de sms
      veuillez cesser les messages
      merci d'arrêter les sms
      arrêtez les textos svp
      plus de sms svp
      je ne veux pas de rappels
      désinscription svp
      supprimez-moi de votre liste
      enlever mon numéro svp
      retirez mon numéro
      ne plus me contacter svp
      ne m'appelez plus
      stop messages
      arrêt des messages
      me retirer de la liste
      je ne veux plus de textos
      cessez tout contact
      arrêtez de me texter
      arrêtez tout
      stop les sms
      plus de message svp
      je ne veux plus être dérangé
      ne m'envoyez plus de rappels
      ne plus m'envoyer de textos
      veuillez me désinscrire
      veuillez supprimer mon numéro
      désabonnez mon numéro
      désabonnement svp
      arrêter les messages
      arrêtez de m'appeler
      stop envoi
      enlevez-moi de votre liste
      merci de me désabonner
      je me désabonne
      je ne suis pas Paul, mauvais numéro
      plus aucun message
      cessez les envois
      laissez moi tranquille
    `),
      },
    ],
    others: [
      {
        from,
        texts: lines(`
      je ne reçois pas les rappels
      je n'ai pas reçu les sms
      je veux recevoir les rappels
      vous pouvez m'envoyer un sms
      pas besoin de rappeler, j'y serai
      personne ne m'a appelé
      je n'ai pas vu le message avant
      annulez celui de demain et gardez vendredi
      ne vous inquiétez pas
      le rappel est arrivé trop tard
    `),
      },
    ],
  },
};

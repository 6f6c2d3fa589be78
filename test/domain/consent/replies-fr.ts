import { lines, type Replies } from './replies.ts';

export const optOuts: readonly Replies[] = [
  {
    from: "the CWTA's word and the shapes of French test suites for opt-outs in public repositories",
    texts: lines(`
      ARRET
      Arrêt svp
      arrêtez
      arrêtez merci
      STOP s'il vous plaît
      stop merci beaucoup
      annuler
      désabonner
      Désabonnez moi svp
      je veux me désabonner de cette liste
      me désinscrire svp
      désinscrivez-nous
      stop sms
      STOP PUB
      plus de messages
      Plus de textos s'il vous plaît
      je ne veux plus de rappels
      Je ne veux plus recevoir vos textos
      je ne souhaite pas recevoir de messages
      je veux plus de vos sms
      Arrêtez de m'envoyer ces messages
      arrêtez de m'envoyer des rappels svp
      arrête de m'envoyer des sms
      Veuillez arrêter de me contacter
      cessez de m'envoyer des messages
      cessez de m'appeler
      ne m'envoyez plus de messages
      Ne m'envoyez plus de textos à ce numéro
      ne me textez plus
      ne m'appelez plus jamais
      ne m'écrivez plus svp
      ne me contactez plus jamais
      merci de ne plus m'envoyer de sms
      Merci de ne plus me déranger
      merci de supprimer mon numéro
      supprimez mon numéro de votre liste
      retirez mon nom de votre base
      enlevez-moi de cette liste
      rayez-moi de vos contacts
      veuillez me retirer de la liste
      effacez mon numéro
      laissez-nous tranquilles
      foutez-moi la paix
      ça suffit les messages
      ras le bol de vos messages
      marre de vos sms
      assez de messages
      mauvais numéro
      Vous vous trompez de numéro
      vous avez le mauvais numéro
      erreur de destinataire
      je retire mon consentement
      je n'ai jamais autorisé ces messages, jamais consenti
      stoppez les envois
      stopper les rappels svp
      je ne désire plus être contactée
      Bonjour, je ne suis plus votre patiente, merci de ne plus me contacter
      stop aux textos
      résilier mon abonnement
    `),
  },
];

/** None of these asks for an end of the messages. */
export const others: readonly Replies[] = [
  {
    from: 'what patients write in French with the words of the tables, and the negative cases of public test suites',
    texts: lines(`
      Oui
      oui merci
      je confirme
      ok c'est noté
      d'accord
      Je serai là
      je ne peux pas venir
      je ne pourrai pas être présent
      annulez mon rendez-vous
      Je dois annuler mon rdv
      pouvez-vous annuler et me rappeler
      je voudrais déplacer le rendez-vous
      une autre heure svp
      je n'ai pas reçu de message
      Je n'ai pas eu votre appel
      j'ai bien eu le message
      pouvez-vous m'envoyer l'adresse
      Envoyez-moi les documents svp
      rappelez-moi svp
      appelez-moi demain
      ne m'appelez pas avant 9h svp
      Ne m'appelez pas le matin, je dors
      dois-je arrêter le traitement avant?
      Je dois arrêter mes médicaments?
      quand puis-je arrêter les gouttes
      j'ai arrêté de fumer
      je suis en arrêt maladie
      mon arrêt de travail finit lundi
      l'arrêt de bus est devant?
      à quel arrêt dois-je descendre
      il n'arrête pas de tousser
      La douleur ne s'arrête pas
      ça n'arrête pas de saigner
      plus tard svp
      plus de place le matin?
      Je n'ai plus de douleur
      je n'ai plus mal
      je n'ai plus d'ordonnance
      plus tôt si possible
      Je préfère plus tôt
      non merci
      Non
      pas de problème
      pas de souci j'y serai
      je ne veux pas changer l'heure
      je ne veux pas le vaccin
      Je ne veux plus attendre, j'ai mal
      pouvez-vous retirer les points ce jour-là?
      vous m'enlevez les fils?
      enlevez le supplément de la facture svp
      retirez-moi de la liste d'attente svp
      Qui est-ce?
      c'est combien?
      Quelle est l'adresse?
      je suis en route
      j'aurai 10 minutes de retard
      merci pour le rappel
      merci du rappel!
      Merci de me rappeler
      merci de m'avoir prévenu
      à demain
      c'est bon pour moi
      parfait
      j'ai changé de numéro, voici le nouveau
      voici mon nouveau numéro
      ma mère ne lit pas les messages, appelez-la
      envoyez aussi un rappel par courriel
      je ne comprends pas votre message
      fin de journée ce serait mieux
      à la fin du mois plutôt
      Je finis à 17h
      stop ou encore? je plaisante, j'y serai
      A aimé « Répondez STOP pour ne plus recevoir »
      je peux venir accompagné
      ne vous inquiétez pas je viens
      ne m'attendez pas, je suis malade
      laissez la porte ouverte
      je vous écris plus tard
    `),
  },
];

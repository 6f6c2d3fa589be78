import { lines, type Replies } from './replies.ts';

export const optOuts: readonly Replies[] = [
  {
    from: "the words of Colombia's CRC, the MMA and the providers, and the shapes of Spanish test suites for opt-outs in public repositories",
    texts: lines(`
      ALTO
      alto por favor
      Baja
      baja porfa
      SALIR
      Parar
      pare ya
      stop por favor
      STOP gracias
      cancelar
      Ya no me manden mensajes por favor
      no me manden mas textos
      No quiero recibir mensajes de ustedes
      Ya no quiero que me lleguen recordatorios
      dejen de enviarme sms
      Dejen de estar mandando mensajes
      deje de mandarme mensajes señorita
      Favor de no enviar más mensajes
      por favor no me envíen nada más
      ya no me escriban
      no me vuelvan a escribir
      No vuelvan a contactarme
      no me llamen más por favor
      dejen de molestarme
      déjenme en paz ya
      no me molesten más
      quítenme de la lista por favor
      Sáquenme de su lista
      bórrenme de su base de datos
      eliminen mi número de su sistema
      borre mi numero porfavor
      quiten mi celular de la lista
      quiero darme de baja de los mensajes
      Me pueden dar de baja?
      deme de baja
      solicito la baja
      Quiero desuscribirme
      desuscribir
      cancelen mi suscripción
      no más mensajes
      no mas
      ya basta
      Basta de mensajes!!
      numero equivocado
      Se equivocó de número
      este número ya no es de María
      no autorizo que me escriban
      no deseo recibir más notificaciones
      no me interesa recibir sus mensajes
      estoy harta de sus mensajes
      Hola, buenas tardes, ya no me manden recordatorios porque ya no soy paciente
      no quiero sus promociones
      por favor paren
      detengan los mensajes
      suspendan los avisos por favor
      paren de mandar textos
      no me contacten a este numero
      ya no quiero recibir nada
      elimíname
      quítame
    `),
  },
];

/** None of these asks for an end of the messages. */
export const others: readonly Replies[] = [
  {
    from: 'what patients write in Spanish with the words of the tables, and the negative cases of public test suites',
    texts: lines(`
      Sí
      si confirmo
      ok gracias
      Confirmo mi cita
      claro que sí
      No puedo ir
      no podré asistir
      quiero cancelar mi cita
      Cancele la cita por favor
      Cancelar la cita del lunes
      necesito cambiar la cita
      me puede cambiar para el martes?
      otra hora por favor
      No me llamo Juan, me llamo José
      no me llegó el mensaje
      no recibí ningún mensaje
      No me mandaron la dirección
      me mandan la dirección por favor?
      mándeme la ubicación
      Puede llamarme?
      llámeme por favor
      no me llamen antes de las 9 por favor
      No me llame en la mañana, trabajo de noche
      para el lunes está bien
      para mañana?
      Para mí está bien
      es para mi hijo
      ¿Para qué hora es?
      voy a salir tarde del trabajo
      puedo salir temprano?
      salgo a las 5
      estoy de baja por enfermedad
      estaré de baja la semana que viene
      la consulta es en la planta baja?
      es la puerta de la planta baja
      mi presión está baja
      Mi azúcar sigue alta y la presión baja
      soy muy alto
      el nivel está muy alto
      debo parar el medicamento?
      tengo que dejar de tomar la pastilla?
      puedo dejar de usar las gotas
      ¿Dejo de comer desde la noche?
      me quitan los puntos ese día?
      cuando me quitan los puntos
      quiten la multa por favor
      quiero que me saquen la muela
      Me sacan sangre en ayunas?
      sáqueme una cita para mi esposo
      sáquenme de la lista de espera
      no me mande a otro doctor
      No me manden la factura por correo, la recojo
      no me molesta esperar
      ya no me duele
      ya no me molesta la muela
      no quiero molestar, pero a qué hora abren?
      no quiero la vacuna
      No quiero cambiar mi cita
      no gracias
      no me interesa el blanqueamiento
      se me olvidó
      llego 10 minutos tarde
      voy en camino
      ¿Quién es?
      ¿cuánto cuesta?
      No más después de las 5, solo por la mañana puedo
      no es necesario, ahí estaré
      No hay problema
      gracias por el recordatorio
      gracias por avisar
      nos vemos
      ahí estaré
      no voy a faltar
      quiero dar de baja mi seguro anterior
      me cambié de número, este es el nuevo
      mi número nuevo es este
      basta con llegar 10 minutos antes?
      cuando termina la consulta
      Le gustó “Responda STOP para no recibir más”
      el mensaje no se ve bien
      no entiendo el mensaje
      mi mamá no lee mensajes, llámela
      manden el recordatorio a mi correo también
      el dolor no para
      no para de llover, llegaré tarde
      No paran de preguntar, ¿me confirma la hora?
      no tengo whatsapp
    `),
  },
];

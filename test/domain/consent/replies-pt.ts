import { lines, type Replies } from './replies.ts';

export const optOuts: readonly Replies[] = [
  {
    from: "Anatel's word and the shapes of Portuguese test suites for opt-outs in public repositories",
    texts: lines(`
      SAIR
      sair por favor
      Parar
      pare
      PARE!
      parem por favor
      stop obrigada
      cancelar
      descadastrar
      Quero me descadastrar
      quero sair dessa lista
      por favor me tirem da lista
      me tira da lista aí
      Podem me remover da lista?
      remova meu número por favor
      apaguem meu número do sistema
      tire meu contato da sua lista
      exclua meu cadastro
      não quero mais receber essas mensagens
      Não desejo receber mensagens
      nao quero receber sms
      não me mandem mais nada
      não me envie mais lembretes
      Não me mande mensagem
      não me liguem mais
      não me escrevam mais por favor
      pare de me enviar mensagens por favor
      parem de me ligar
      parem de mandar mensagem
      para de me mandar sms
      para de mandar mensagens pra mim
      chega de mensagem
      chega!
      me deixem em paz
      me deixa em paz por favor
      não me perturbem mais
      não entrem em contato comigo
      nunca mais me mande mensagem
      número errado
      Você está com o número errado
      esse numero nao é mais da Ana
      pessoa errada
      quero cancelar a inscrição
      cancelem minha inscrição
      deixem de enviar mensagens
      não autorizo o envio de mensagens
      não autorizei esse contato
      sem mais mensagens por favor
      não preciso mais desses avisos
      cansei dessas mensagens
      Boa tarde, por favor não enviem mais mensagens, não sou mais paciente
      suspendam os lembretes
      pode parar de me mandar mensagem por favor
      parem com isso
      bloqueia meu número
      me exclui daí da lista
      para com esses avisos
      quero parar de receber avisos
    `),
  },
];

/** None of these asks for an end of the messages. */
export const others: readonly Replies[] = [
  {
    from: 'what patients write in Portuguese with the words of the tables, and the negative cases of public test suites',
    texts: lines(`
      Sim
      sim confirmo
      confirmado
      ok obrigada
      Estarei lá
      não posso ir
      não vou poder comparecer
      Quero cancelar a consulta
      cancela a consulta por favor
      preciso remarcar
      pode ser outro horário?
      não recebi a mensagem
      nao chegou nenhuma mensagem
      Não me mandaram o endereço
      me manda o endereço por favor
      Pode me ligar?
      me liga por favor
      não me liguem antes das 9
      não me ligue agora, estou em reunião
      para quando é?
      para mim está bom
      É para minha filha
      para segunda pode ser
      tenho que parar o remédio antes?
      devo parar de comer à noite?
      preciso parar de usar o colírio?
      a dor não para
      não para de doer
      não para de chover, vou atrasar
      vou sair mais tarde do trabalho
      posso sair que horas?
      saio às 17h
      o resultado já saiu?
      quando sai o resultado
      vocês tiram os pontos nessa consulta?
      Quero tirar o siso
      me tira uma dúvida
      tira o meu nome da lista de espera
      remove a consulta de sexta e deixa a de segunda
      Não quero a vacina
      não quero mudar o horário
      não quero mais esse horário, tem outro?
      não me incomoda esperar
      não me incomoda mais
      minha pressão está baixa
      não precisa, eu vou
      não obrigado
      Não, obrigada
      não tenho interesse no clareamento
      estou a caminho
      vou chegar 10 minutos atrasado
      Quem é?
      qual o valor?
      Qual o endereço?
      Tudo bem
      combinado
      até amanhã
      Obrigado pelo lembrete
      obrigada por avisar
      mudei de número, esse é o novo
      esse é meu número novo
      não vi a mensagem ontem
      não entendi a mensagem
      o convênio não cobre mais
      Chega a 15h está bom?
      chego às 10
      chega de dor, quero antecipar
      que horas chega o doutor
      preciso de atestado
      pode mandar o boleto
      não me mandem o boleto por email, pago aí
      Minha mãe não lê mensagens, liguem para ela
      manda lembrete no email também
      posso levar acompanhante
      deixa como está
      deixem para a próxima semana
      Gostou de “Responda SAIR para não receber mais”
      não consegui ligar, está ocupado
      não vou parar o tratamento
    `),
  },
];

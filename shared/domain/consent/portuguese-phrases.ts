import { choice, phrasesOf, some } from './phrase.ts';

/**
 * How people ask for no more messages in Portuguese; the kinds of phrases are those of public test suites for opt-outs. "Para" is both "stop" and
 * "for", and "não me mande mais boletos" is about bills: what follows the verb must be on a short list.
 */

const kinds =
  'mensagens?|mensagem|msgs?|msg|sms|textos?|torpedos?|lembretes?|avisos?|notificacoes|notificacao|alertas?|ligacoes|chamadas|emails?|propagandas?|promocoes|ofertas|anuncios|spam|whatsapp|zap|recados?|publicidade|comunicacoes|contatos?';
const between =
  'de|do|o|a|os|as|me|mais|ja|meu|minha|esse|essa|esses|essas|este|esta|estes|estas|seus|suas|sua|seu|voces|vcs|vc|envio|enviar|mandar|receber|recebendo|mandando|enviando|com|todas|todos|tanta|tantas|por|favor|que|continuar|ficar|ser|nenhuma|nenhum|dessas|desses|pra|para|mim|este|numero|envie|enviem|mande|mandem|vossos|vossas|recebimento|envios|dos|das|da|no|na|chatas|chato|malditas|malditos|porra|disso|mensagem|sms|desse|dessa|nesse|neste|celular|telefone|aqui|nada|interesse|em|tipo|saco|cheio|novas|novos|nenhum|so|recebendo|continuem|enviando|nao|quero|automaticas|automatica|um|uma';
const forms =
  'mand(?:e|em|a|ar|em me|e me)|envi(?:e|em|a|ar|em me)|escrev(?:a|am|er)|ligu(?:e|em)|ligar|contat(?:e|em|ar|ado|ada)|contact(?:e|em|ar|ado|ada)|perturb(?:e|em|ar)|incomod(?:e|em|ar)|encha|encham|encher|cham(?:e|em|ar)|notifi(?:que|quem|car)|procur(?:e|em|ar)';
const aim = `mais|nunca|jamais|ja|nada|isso|isto|essas?|esses?|estas?|estes?|coisas|tanto|tantas?|de novo|outra vez|por favor|pfv|pf|obrigad[oa]|obg|por aqui|por este (?:meio|numero)|neste (?:numero|telefone)|nesse (?:numero|telefone)|para (?:este|esse|o meu|meu) (?:numero|telefone|celular)|pra mim|comigo|aqui|de|da|do|dessas?|desses?|seus|suas|as|os|esse tipo|tipo|voces|vcs|dessa|nenhuma|nenhum|automaticas|saco|o saco|${kinds}`;
const tail = `(?: (?:${aim}))*(?:$| (?:porque|pois|que|e|ou|senao|eu|nao sou|ja|mudei|estou)(?!\\p{L}))`;
const lists =
  '(?:listas?|base|sistema|cadastros?|contatos?|dados|aqui|agenda|mensagens|envios?|transmissao)(?! d[aeo] (?:espera|desejos|presentes|compras|convidados|dente))';
const list = `(?: (?:da|do|de|das|dos|desta|dessa|deste|desse|desta) (?:(?:sua|suas|seu|seus|lista|listas|voces|vcs|base|minha|todas|as|de) ){0,3}${lists})`;
const done = '(?: (?:por favor|pfv|pf|obrigad[oa]|obg|agora|ja|ai|urgente|imediatamente))*';

const patterns = [
  `(?:pare|parem|parar|chega|cancele|cancelem|cancelar|cancela|suspenda|suspendam|suspender|nao quero|nao desejo|nao preciso|nao gostaria|nao aceito|(?:deixe|deixem|deixar|deixa)(?= de )|sem mais|nao|nada|cansei|cansad[oa]|stop|interromp\\p{L}*|para com|basta|desativ\\p{L}*|desactiv\\p{L}*|encerr\\p{L}*|suspens\\p{L}*|cancelamento|saco cheio|cheio|cheia|fart[oa]|nunca pedi|nunca autorizei|nunca solicitei|nao pedi|nao autorizei|nao solicitei|como (?:cancelo|paro|bloqueio|desativo|tiro)|para|chega) ${some(between)}(?:${kinds})(?! (?:ao|do) (?:doutor|dr))`,
  `(?:nao|nunca|jamais|pare|parem|para|parar|deixe|deixem|deixa|favor nao) ${some('de|mais|por|favor|voltem?|a|quero|que|voces|vcs|fiquem?|desejo|ser', 5)}(?:me|nos) ${some('mais|de|voltem?|a', 3)}(?:${forms})${tail}`,
  `(?:pare|parem|parar|deixe|deixem|favor nao|para (?=de |com )|^para(?= )) ?${some('de|com|a', 2)}(?:mandar|enviar|escrever|ligar|contatar|perturbar|incomodar|encher|chamar|spam)${tail}`,
  `(?:nao|nunca|jamais) (?:mais )?(?:mande|mandem|envie|enviem|escrevam|liguem|contatem|contate|contactem)${tail}`,
  `(?:ser|sejam?) (?:removid|retirad|excluid|descadastrad|tirad)[oa]s?${choice(`${done}$`, list)}`,
  '(?:nao quero|nao desejo|nao gostaria de)(?: mais)? ser (?:contat|contact|incomod|perturb|importun|notific)ad[oa]',
  '^nao (?:perturbe|perturbem|incomode|incomodem|contatem|contate|enviem|mandem|liguem|escrevam)(?: mais)?$',
  `(?:nao|nunca|pare|parem|para|parar|favor nao) ${some('me|mais|de|voltem?|a|por|favor', 5)}entr(?:e|em|ar) (?:mais )?em contato${tail}`,
  '(?:nao quero|nao desejo|nao gostaria de|quero parar de|quero deixar de|gostaria de parar de)(?: mais)? receber(?: (?:mais|nada|isso|isto|de voces|de vcs|por favor|obrigad[oa]|essas coisas|nenhuma|nada mais))*$|nao quero (?:mais nada|nada mais|saber)(?: (?:de voces|disso|com voces|mais))*$',
  '(?:descadastr|desinscrev|desinscri|descredenci)\\p{L}*|(?:cancel|anul|encerr)\\p{L}* (?:a |minha |o |meu )*(?:inscricao|assinatura|cadastro)|(?:dar|peco|quero) baixa (?:no|do|meu)',
  `(?:me|nos) (?:tir|remov|exclu|retir|apag|delet|desinscrev|descadastr|bloque)\\p{L}*(?: dai| ai)?${choice(`${done}$`, list)}`,
  `(?:tir|remov|exclu|retir|apag|delet|bloque)\\p{L}* (?:me|o meu (?:numero|nome|contato|telefone|celular)|meu (?:numero|nome|contato|telefone|celular|cadastro)|este numero|esse numero|eu)${choice(`${done}$`, list)}`,
  '(?:me deix\\p{L}+|deix\\p{L}+ me) em paz|nao enche|nao (?:me|nos) (?:perturbe|incomode)m?|^chega(?: (?:disso|ja|de uma vez))?$|^sai fora$|^bloqueia$|vai se (?:ferrar|foder)',
  '(?:quero|desejo|gostaria de|preciso) sair(?: (?:da|do|de|desta|dessa) (?:(?:sua|lista|de|grupo) )*(?:lista|grupo|transmissao|cadastro|mensagens))?$|sair da lista(?! de espera)',
  'nao (?:autorizo|autorizei)(?= (?:mensage|isso|isto|o (?:envio|contato|uso)|contato|sms|receb|que|voces|vcs|nada)|$)|nao (?:dei permissao|dei autorizacao|consenti)(?! (?:a|com a) (?:cirurgia|extracao))|revog\\p{L}* (?:meu |o |minha |a )?(?:consentimento|autorizacao|permissao)',
  '^(?:para|parem|pare)(?: (?:com (?:isso|essas? coisas?)|ja|por favor|agora))+$',
];

const threats = [
  '^(?:por favor |pfv |pf |pfvr )*para(?: (?:pfv|pf|pfvr|por favor|ja|agora|ai|com isso))+$|^(?:por favor|pfv|pf|pfvr|favor) para$|nao (?:gostaria|preciso|tenho interesse|desejo|pretendo)(?: (?:de|em|mais|continuar|a)){0,3} receb\\p{L}*(?! (?:o resultado|alta|visita))|tir\\p{L}+ (?:o |meu |este |esse )+numero d[aeo]',
  'vou (?:te |ter que |lhes? )?(?:bloque|denunci|process)\\p{L}*|^(?:ja )?(?:bloque|denunci)\\p{L}*(?: (?:voces|vcs|esse numero|este numero|o numero))?$|se (?:voces |vcs )?(?:mand|continu|envi)\\p{L}* .*(?:denunci|process|bloque|procon)\\p{L}*',
  '^(?:isso |isto |e |so |so pode ser |mais )*(?:spam|assedio)(?: (?:parem|pare|chega|por favor))*$',
  'vai? (?:se |te )?(?:ferrar|foder|tomar no cu|a merda|pro inferno)|vao (?:se |te |todos )*(?:ferrar|foder|tomar no cu|a merda)|(?:^| )(?:vsf|vtnc|fdp|tnc)(?: |$)|nao (?:me |nos )?(?:enche|encham|encha|chatei\\p{L}*|aborrec\\p{L}*|importun\\p{L}*|encher)(?! (?:o tanque|a boca))|(?:pare|parem|para|deixem?) de (?:me )?(?:chate|aborrec|importun|ench|incomod|perturb|assedi|insist)\\p{L}*',
  '(?:me|nos) (?:esquec\\p{L}*|deix(?:a|e|em)(?: em paz| quiet[oa])?)$|esquec(?:e|a|am|em) (?:o )?(?:meu|este|esse) (?:numero|telefone|celular|contato)|deix\\p{L}+ (?:eu|(?:o )?meu (?:numero|telefone|celular)|nos) em paz',
  'como (?:faco|fazer|eu faco|posso|e que faco|que faco)? ?(?:pra |para |eu )*(?:nao (?:receber|recebo)|parar|paro|sair|saio|cancelar|cancelo|me descadastr\\p{L}*|desativar|bloquear)(?: (?:de|mais|dessa|desta|da|as|os|receber|o|lista|essas?|esses?|estas?|mensage\\p{L}+|msgs?|sms|lembretes|recebimento|envio|disso|isso|cadastro|grupo))*$',
  '(?:parar|paro|parem|deixar|deixo) de receber(?! (?:dor|a consulta|o resultado))|cancel\\p{L}* (?:o )?(?:recebimento|envio|contato|disparo)|(?:suspend|suspens|interromp|encerr)\\p{L}* (?:o |os |a )?(?:envios?|recebimento|mensage\\p{L}+|contato)',
  '(?:solicito|peco|quero|desejo|gostaria|pedir|favor|gentileza)(?: (?:a|o|de|da|do|que)){0,2} (?:exclusao|remocao|retirada|cancelamento|descadastramento|baixa|remover|excluir|retirar|apagar|deletar)(?: (?:do|da|de|dos|o|a|meu|meus|minha))* (?:numero|nome|contato|contacto|telefone|celular|cadastro|dados|mensage\\p{L}+|envio|sms|lista|recebimento)(?! (?:de espera))',
  '(?:tir|remov|exclu|retir|apag|delet|elimin)\\p{L}* (?:d[ae]i )?(?:o |os )?(?:meu|meus|este|esse|nosso) (?:numero|nome|contato|contacto|telefone|telemovel|celular|cadastro|dados)(?: (?:dai|ai|por favor|pfv|obrigad[oa]|agora|ja|d[aeo]s?|dest[ae]|dess[ae]|vossa|vosso|sua|seu|voces|vcs))*(?:$| (?:listas?|base|sistema|cadastros?|contatos?|grupo|registros?|dados)(?! de espera))|(?:me|nos) (?:tir|remov|exclu|retir|apag)\\p{L}* (?:d[ae]qui|dai|dest[ae]|dess[ae]|d[aeo]) ?(?:sua |seu |vossa |voces )?(?:listas?|grupo|cadastro|sistema|base|contatos?)?(?: por favor)?$|(?:remov|retir|elimin|tir|exclu)\\p{L}*(?: me) (?:da|de|do|dest[ae]|dess[ae])(?! (?:espera|fila|lista de espera))',
  '(?:^|quero |gostaria de |preciso )sair d(?:isso|isto|o grupo|a lista|essa lista|esta lista|esse grupo|aqui)(?! de espera)',
  'nao (?:me |nos )?(?:lig[au]\\p{L}*|mand[ae]\\p{L}*|envi[ae]\\p{L}*|escrev[ae]\\p{L}*|cham[ae]\\p{L}*|contat[ae]\\p{L}*|contact[ae]\\p{L}*|procur[ae]\\p{L}*|incomode[m]?|incomodar|perturbe[m]?|perturbar) mais(?! (?:cedo|tarde|boleto|antes|fatura|conta))|nao (?:me )?volt(?:e|em|a) a (?:contat|contact|envi|lig|mand|escrev|incomod)\\p{L}*|^(?:por favor |favor |pf |pfv )?nao (?:ligar|enviar|mandar|contatar|contactar|perturbar|incomodar|escrever)(?: (?:mais|mensage\\p{L}+|msg|sms|nada|por favor|para este numero))*$|nao quero (?:mais )?(?:que )?(?:entr\\p{L}+ em contato|contato|nada (?:de |com )?(?:voces|vcs)|saber|isso|receber)(?: (?:mais|comigo|de|voces|vcs|disso|nada|por favor))*$',
  '(?:pedi|falei|disse|mandei|solicitei|peco)(?: \\p{L}+){0,2}? (?:pra|para|que|pararem|parar)(?: \\p{L}+){0,2}? (?:par(?:ar|em|arem|assem|asse)|sair|nao (?:me )?(?:mand|envi|lig|receb)\\p{L}*|tir(?:ar|em|arem)|remov\\p{L}*|nao quero)|pedi(?:r)? (?:pra|para) (?:par|sa)\\p{L}+|falei que nao quero$|quantas vezes .*(?:parar|sair|mensage\\p{L}+|nao quero)|(?:gostaria|quero|pedir|peco) que (?:par|deix|tir|retir|remov|exclu|cancel|nao me (?:mand|envi|contat|lig))\\p{L}*(?! (?:a consulta|o dente|a dor|os pontos|minha consulta|o exame))',
  '(?:retir|revog|cancel)\\p{L}* (?:o )?(?:meu )?consentimento|(?:cancel|anul|encerr)\\p{L}* (?:a |minha )?subscri\\p{L}*|(?:nunca|nao) (?:me )?(?:cadastrei|inscrevi|registrei|assinei)(?: (?:nisso|nisto|em nada|para isso|nada|isso))*$|(?:nunca|nao) (?:pedi|solicitei|autorizei)(?: (?:isso|isto|nada|voces|vcs|essas?|esses?|a|o|contato|mensage\\p{L}+|sms|envio|nunca|me mandarem|que))+$|cansei de (?:receber|mensage\\p{L}+|voces|vcs)|desinscri\\p{L}*|(?:to|estou|tou) (?:de saco cheio|fart[oa]|cansad[oa]) (?:d[ae]ss?[ae]s|dest[ae]s|de receber|de voces|de mensage\\p{L}+|disso|d[ae]s mensage\\p{L}+)',
  'espero que (?:voce|voces|vcs|vc)? ?(?:nao|parem|pare) .*(?:mensage\\p{L}+|msg|contato|numero)|nao precisa (?:mais )?(?:mandar|enviar|me mandar|bloque\\p{L}*)(?: \\p{L}+){0,3} (?:mensage\\p{L}+|msg|sms|lembretes?|telefone|numero)',
];

const wrong = [
  '(?:n|nro|num) errad[oa]|^(?:ligou|mandou|enviou|discou|chamou|ligaram|mandaram)? ?(?:pro |para o |no )?(?:numero )?errad[oa]$|^(?:foi |e |acho que (?:foi|e) |deve ser |desculp\\p{L}+ )*(?:um )?engano(?: (?:seu|de voces))?$|nao conhec\\p{L}+ (?:ess[ae] pessoa|ninguem|nenhuma?)(?: \\p{L}+)*$|(?:aqui|ca) nao (?:tem|mora|ha|vive|existe|trabalha) (?:nenhum\\p{L}*|ninguem)|nao (?:tem|ha|existe) (?:nenhum\\p{L}*|ninguem) (?:com esse nome|chamad[oa])',
  '(?<!(?:passei|dei|coloquei|anotei|botei|escrevi|tinha) (?:o |um |meu )?)(?:numero|telefone|pessoa|contato) errad[oa](?! eu)|es[ts]e (?:numero|telefone) (?:ja )?nao (?:e|pertence)|nao e (?:o|mais o) (?:numero|telefone)',
];

export const portuguesePhrases = phrasesOf('pt', [...patterns, ...threats], wrong);

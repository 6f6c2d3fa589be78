import { choice, phrasesOf, some } from './phrase.ts';

/**
 * How people ask for no more messages in Portuguese; the kinds of phrases are those of public test suites for opt-outs. "Para" is both "stop" and
 * "for", and "não me mande mais boletos" is about bills: what follows the verb must be on a short list.
 */

const kinds =
  'mensagens?|mensagem|msgs?|msg|sms|textos?|torpedos?|lembretes?|avisos?|notificacoes|notificacao|alertas?|ligacoes|chamadas|emails?|propagandas?|promocoes|ofertas|anuncios|spam|whatsapp|zap|recados?|publicidade|comunicacoes|contatos?';
const between =
  'de|do|o|a|os|as|me|mais|ja|meu|minha|esse|essa|esses|essas|este|esta|estes|estas|seus|suas|sua|seu|voces|vcs|vc|envio|enviar|mandar|receber|recebendo|mandando|enviando|com|todas|todos|tanta|tantas|por|favor|que|continuar|ficar|ser|nenhuma|nenhum|dessas|desses|pra|para|mim|este|numero|envie|enviem|mande|mandem';
const forms =
  'mand(?:e|em|a|ar|em me|e me)|envi(?:e|em|a|ar|em me)|escrev(?:a|am|er)|ligu(?:e|em)|ligar|contat(?:e|em|ar|ado|ada)|contact(?:e|em|ar|ado|ada)|perturb(?:e|em|ar)|incomod(?:e|em|ar)|encha|encham|encher|cham(?:e|em|ar)|notifi(?:que|quem|car)|procur(?:e|em|ar)';
const aim = `mais|nunca|jamais|ja|nada|isso|isto|essas?|esses?|estas?|estes?|coisas|tanto|tantas?|de novo|outra vez|por favor|pfv|pf|obrigad[oa]|obg|por aqui|por este (?:meio|numero)|neste (?:numero|telefone)|nesse (?:numero|telefone)|para (?:este|esse|o meu|meu) (?:numero|telefone|celular)|pra mim|comigo|aqui|de|da|do|dessas?|desses?|seus|suas|as|os|esse tipo|tipo|voces|vcs|dessa|nenhuma|nenhum|automaticas|saco|o saco|${kinds}`;
const tail = `(?: (?:${aim}))*(?:$| (?:porque|pois|que|e|ou|senao|eu|nao sou|ja|mudei|estou)(?!\\p{L}))`;
const lists =
  '(?:listas?|base|sistema|cadastros?|contatos?|dados|aqui|agenda|mensagens|envios?|transmissao)(?! d[aeo] (?:espera|desejos|presentes|compras|convidados|dente))';
const list = `(?: (?:da|do|de|das|dos|desta|dessa|deste|desse|desta) (?:(?:sua|suas|seu|seus|lista|listas|voces|vcs|base|minha|todas|as|de) ){0,3}${lists})`;
const done = '(?: (?:por favor|pfv|pf|obrigad[oa]|obg|agora|ja|ai|urgente|imediatamente))*';

const patterns = [
  `(?:pare|parem|parar|chega|cancele|cancelem|cancelar|cancela|suspenda|suspendam|suspender|nao quero|nao desejo|nao preciso|nao gostaria|nao aceito|deixe|deixem|deixar|deixa|sem mais|nao|nada|cansei|cansad[oa]|stop|interromp\\p{L}*|para com) ${some(between)}(?:${kinds})(?! (?:ao|do) (?:doutor|dr))`,
  `(?:nao|nunca|jamais|pare|parem|para|parar|deixe|deixem|deixa|favor nao) ${some('de|mais|por|favor|voltem?|a|quero|que|voces|vcs|fiquem?|desejo|ser', 5)}(?:me|nos) ${some('mais|de|voltem?|a', 3)}(?:${forms})${tail}`,
  `(?:pare|parem|para|parar|deixe|deixem|favor nao) ${some('de|com|a', 2)}(?:mandar|enviar|escrever|ligar|contatar|perturbar|incomodar|encher|chamar|spam)${tail}`,
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
  'nao (?:autorizo|autorizei|dei permissao|dei autorizacao|consenti)|revog\\p{L}* (?:meu |o |minha |a )?(?:consentimento|autorizacao|permissao)',
  '^(?:para|parem|pare)(?: (?:com (?:isso|essas? coisas?)|ja|por favor|agora))+$',
];

const wrong = [
  '(?:numero|telefone|pessoa|contato) errad[oa]|es[ts]e (?:numero|telefone) (?:ja )?nao (?:e|pertence)|nao e (?:o|mais o) (?:numero|telefone)',
];

export const portuguesePhrases = phrasesOf('pt', patterns, wrong);

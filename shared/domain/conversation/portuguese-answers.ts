import { answerPattern, asking, type AnswerTable } from './answer-table.ts';

/** Yes and no words are those of public Portuguese training sets of chatbots and of evaluation cases for confirmations; the sentences are ours. */

const never = '(?<!(?:nao|sem|nada a|nao quero|nao preciso|nao precisa|vou nao) )';
const visit = '(?:consulta|horario|hora|dia|data|agendamento|visita|sessao|exame)';
const of = '(?: (?:minha|meu|a|o|de|da|do|essa|esse|pra|para|minha))*';

export const portugueseAnswers: AnswerTable = {
  reschedule: answerPattern(
    `${never}(?:remarc\\p{L}*|reagend\\p{L}*|desmarcar e marcar|adi(?:ar|e|em|amento)|posterg\\p{L}*|transfer\\p{L}*)`,
    `${never}(?:mud|troc|pass|alter|antecip|mov)\\p{L}*${of} (?:${visit}|outro|outra|para|pra|segunda|terca|quarta|quinta|sexta|sabado|mais)`,
    '(?:outro|outra|novo|nova|diferente|melhor) (?:dia|hora|horario|data|consulta|momento|semana)|mais (?:tarde|cedo)|(?:dia|hora|horario|data) diferente',
    '(?:pode|poderia|posso|podemos|da|tem|teria|seria|prefiro|queria|gostaria)(?: \\w+){0,5} (?:semana que vem|proxima semana|me encaix\\p{L}*|(?:na |a )?(?:segunda|terca|quarta|quinta|sexta)|de (?:manha|tarde)|a tarde|depois das \\d+|antes das \\d+)|em vez de',
  ),
  cancel: answerPattern(
    `${never}(?:cancel\\p{L}*|desmarc\\p{L}*|anul\\p{L}*)`,
    '(?:nao|nem) (?:vou |vai |irei |estou )?(?:(?:conseguir|poder|podendo|conseguindo|consigo|posso|poderei|conseguirei|vou|irei|vamos|iremos|comparecerei|ir|comparecer|da|dar|dara|estarei)(?: (?:pra|para|mim|ir|comparecer|estar|presente|la|hoje|amanha|nesse dia|vir|chegar|a|poder|mais))*)',
    '(?:nao|ja nao) (?:preciso|quero)(?: mais)?(?: (?:da|a|dessa|de|ir|na|essa|minha))* ?consulta|(?:vou|terei que|tenho que) faltar|impossivel (?:ir|comparecer)|tir\\p{L}* (?:a|minha) consulta',
  ),
  confirm: answerPattern(
    `${asking}(?:confirm(?:o|ado|ada|amos|ar|adissimo)|confirmad\\p{L}*)|confirmar (?:a|minha) (?:consulta|presenca)|presenca confirmada`,
    '(?<!nao )(?:estarei|estaremos|vou estar|comparecerei|irei|iremos|vou sim|vou ir|eu vou|vamos sim|nos vemos|pode confirmar|estou (?:indo|a caminho)|chegarei|vou comparecer|estou confirmad[oa])(?! atrasad)|ate (?:la|amanha|logo|breve|mais|segunda|terca|quarta|quinta|sexta)|pode contar|contem comigo|sem falta|com certeza|combinado|fechado|(?:nao vou faltar|nao faltarei|nao (?:cancela|cancele|cancelem|desmarque))|pode manter|manter a consulta|sem problemas?|tranquilo|(?:pra mim|para mim)? ?(?:esta otimo|ta otimo|ta bom|esta bom|da certo)',
  ),
  yes: answerPattern(
    'sim|ss|s|simm+|claro(?: que sim)?|ok|okay|okey|certo|correto|isso|isso mesmo|exato|perfeito|beleza|blz|bom|otimo|ta bom|tudo bem|tudo certo|pode ser|entendido|positivo|afirmativo|aceito|uhum|aham|de acordo|concordo|ciente|joia|show|maravilha|y|c|👍|👌|✅|✔|🆗|🙌|💯',
  ),
  no: answerPattern('nao|n|nn|nunca|jamais|negativo|de jeito nenhum|nao obrigad[oa]|acho que nao|infelizmente nao|x|👎|❌|🚫|✖'),
  thanks: answerPattern('obrigad[oa]|muito obrigad[oa]|obg|brigad[oa]|agradeco|grat[oa]|valeu|vlw|🙏|😊|❤|👋'),
  hold: answerPattern(
    'talvez|nao sei|nao tenho certeza|acho que|ainda nao|depende|vou tentar|vou ver|aviso|te aviso|atras\\p{L}*|transito|me lig\\p{L}*|lig\\p{L}* (?:para|pra) mim|quem e|doente|febre|gripe|emergencia|hospital|faleceu|morreu|🤔|🤷',
  ),
};

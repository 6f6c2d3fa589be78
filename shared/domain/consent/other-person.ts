/**
 * "I'm not Linda", "não sou o João", "no soy la señora Pérez": whoever says so was not meant. Only a name tells it from "I'm not available", and only a
 * capital tells a name.
 */
const denials =
  /(?:^|[.!?,;\n]\s*|\b(?:sorry|hi|hello|yo|hola|oi|bonjour|désolée?|perd[oó]n)\s+)(?:i['’]?m not|i am not|this is(?:n['’]?t| not)|yo no soy|no soy|n[aã]o sou|eu n[aã]o sou|aqui n[aã]o [eé]|je ne suis pas|c['’]est pas|ce n['’]est pas)\s+(?:(?:mr|mrs|ms|mme|m|la|el|a|o|don|doña|señora?|sr|sra)\.?\s+){0,2}(\p{L}+)(?:\s+\p{L}+)?\s*(?:$|[.!,;\n])/iu;
/** "Wrong Sarah", "not Kevin", "não tem nenhuma Marta aqui". */
const otherNames =
  /(?:^|[.!?,;\n]\s*|\b(?:the|sorry)\s+)(?:wrong|not|n[aã]o [eé] [ao]|je ne connais aucune?|(?:don['’]?t|do not) know (?:any|a)|n[aã]o sei quem [eé]|n[aã]o tem nenhuma?|no conozco a(?: ning[uú]na?)?)\s+(\p{L}+)(?:\s+(?:aqui|here|aqu[ií]))?\s*(?:$|[.!,;\n])/iu;
const noName =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|^(?:Available|Coming|Sure|Going|Ready|Sick|Well|Ok|Okay|Interested|Catholic|Jewish|Christian|English|Spanish|Diabetic|Pregnant|Disponible|Here|Home|Able|True|Right|Good|Fair|Funny|Covid|Medicare|Medicaid|Dr|Doctor|Spam)$/iu;

/** Looked at apart: beside the letters that may be either, the engine mixes capitals up once it has compiled the pattern. */
const capital = /^\p{Lu}\p{Ll}+$/u;

/** Whether its sender says that he is not the one. */
export const isSomebodyElse = (own: string): boolean => {
  if (own === own.toUpperCase()) return false;
  const name = (denials.exec(own) ?? otherNames.exec(own))?.[1];
  return name !== undefined && capital.test(name) && !noName.test(name);
};

import type { ReasonCode } from './reasons.ts';

/** What carriers and the registry write when they refuse something, whoever brings it: the first that fits. */
const wordings: readonly (readonly [says: RegExp, code: ReasonCode])[] = [
  [/not? (?:eligible|qualif)/i, 'not_eligible'],
  [/duplicate|already (?:registered|exists)/i, 'duplicate'],
  [/insufficient funds|payment|billing|balance/i, 'payment'],
  [/phish|spam|deceptive|malware/i, 'spam'],
  [/\bSHAFT\b|cannabis|gambling|prohibited|disallowed|forbidden|restricted content|high[- ]risk|loan/i, 'forbidden_content'],
  [/privacy policy|third[- ]party shar|shar\w+ (?:data|information|numbers)/i, 'privacy_policy'],
  [/terms (?:and|&) conditions|terms of service/i, 'terms'],
  [/opt[- ]?out|\bSTOP\b keyword/i, 'opt_out'],
  [/\bhelp (?:message|keyword|response)|\bHELP\b/, 'help'],
  [/opt[- ]?in|call[- ]to[- ]action|\bCTA\b|message ?flow|consent/i, 'opt_in'],
  [/sample/i, 'samples'],
  [/shortener|embedded link|\burl\b|\blink\b/i, 'link'],
  [/use ?case|campaign type|vertical mismatch/i, 'use_case'],
  [/stock/i, 'stock'],
  [/\bEIN\b|tax ?_?id|tax identification/i, 'tax_number'],
  [/company ?name|legal name|business name|name mismatch/i, 'company_name'],
  [/address|street|postal|zip/i, 'address'],
  [/web ?site/i, 'website'],
  [/e-?mail/i, 'email'],
  [/phone/i, 'phone'],
  [/entity ?type|non-?profit|government/i, 'entity_type'],
  [/vertical|industry/i, 'vertical'],
  [/identity|unverified|could not be verified/i, 'identity_unverified'],
  [/description/i, 'description'],
  [/too many|exceed|limit/i, 'too_many'],
  [/required|missing|incomplete|invalid/i, 'incomplete'],
  [/carrier|\bMNO\b|T-Mobile|AT&T|Verizon/i, 'carrier'],
];

export const reasonOfWords = (words: string): ReasonCode => wordings.find(([says]) => says.test(words))?.[1] ?? 'other';

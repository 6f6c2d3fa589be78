import type { ConsentForm } from '#domain/company/consent-settings.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readContactPoint } from '#domain/message/contact-point.ts';
import { askConsent } from './ask-consent.ts';
import { brandOf } from './brand-of.ts';
import { countUse } from './count-use.ts';
import { formHtml, shownOnForm, type FormPage } from './form-html.ts';
import { readFormToken } from './form-token.ts';
import type { House } from './house.ts';
import { optedOutAmong } from './opted-out-among.ts';
import { queueConsentText } from './queue-consent-text.ts';
import { recordOptIn } from './record-opt-in.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { sayingOf } from './saying-of.ts';
import { toldConsent } from './told-consent.ts';

export type FormRequest = Readonly<{
  method: string;
  token: string;
  body: string;
  /** of whoever sends it, for the proof alone */
  address?: string | undefined;
  agent?: string | undefined;
}>;

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** Of one form in a minute, and from one address in an hour: a hall full of people, and no machine. */
const mostAMinute = 60;
const mostAnHour = 20;
const longestBody = 2_000;

type Filled = Readonly<{ companyId: string; company: CompanyDocument; form: ConsentForm; to: string; request: FormRequest }>;

const isFree = async (
  house: House,
  { companyId, formId }: Readonly<{ companyId: string; formId: string }>,
  { address }: FormRequest,
  now: string,
) => {
  const at = Date.parse(now);
  const uses = (name: string, ms: number, most: number) =>
    countUse(house, { path: `formUses/${companyId}-${name}-${Math.floor(at / ms)}`, most, expiresAt: new Date(at + 2 * ms).toISOString() });
  // the last one is whom the last machine in front of us saw
  const last = address?.split(',').at(-1)?.trim();
  if (last && !(await uses(house.vault.fingerprint(companyId, `form address ${last}`), hourMs, mostAnHour))) return false;
  return uses(formId, minuteMs, mostAMinute);
};

const proofOf = ({ form, request }: Filled) => ({
  shown: shownOnForm(form.shown, form.language ?? 'en').slice(0, 2_000),
  proof: `form ${form.id}; from ${(request.address ?? 'unknown').slice(0, 200)}; ${(request.agent ?? 'unknown').slice(0, 400)}`,
});

/** One question, or one consent and the first text after it; nothing for whoever opted out: a stranger may have written his number. */
const take = async (house: House, filled: Filled, cause: Cause): Promise<void> => {
  const { companyId, company, form, to } = filled;
  const { from, campaignId, purpose, double, language = 'en', frequency } = form;
  const brandId = await brandOf(house, companyId, from);
  const about = {
    companyId,
    channel: 'sms' as const,
    to,
    from,
    brandId,
    campaignId,
    purpose,
    source: 'web_form' as const,
    person: proofOf(filled),
  };
  const { codes } = await optedOutAmong(house, { companyId, everywhere: true }, [{ channel: 'sms', to, from }]);
  if (codes[0] !== undefined) return;
  if (double) {
    await askConsent(house, { ...about, language, frequency, isAsked: true }, cause);
    return;
  }
  await recordOptIn(house, about, cause);
  const { id, data } = await toldConsent(house, about, cause.id);
  if (id === undefined || data?.source !== 'web_form') return;
  const body = sayingOf(company, { kind: 'welcome', language, more: { purpose, ...(frequency === undefined ? {} : { frequency }) } });
  const validUntil = new Date(Date.parse(cause.now) + hourMs).toISOString();
  await queueConsentText(
    house,
    { companyId, campaignId, kind: 'welcome', channel: 'sms', sender: from, to, body, of: id, validUntil },
    cause,
  );
};

/**
 * A company's form behind its signed link: a GET shows what is agreed to and changes nothing; a POST with a number and the box ticked writes the consent
 * down with what was shown, or asks once more by a text. What it answers tells nobody whether a number is known or has opted out.
 */
export const consentForm = async (
  house: House,
  request: FormRequest,
  cause: Cause,
): Promise<Readonly<{ status: number; html: string }>> => {
  const link = readFormToken(house.vault, request.token);
  const company = link && (await house.documents.get<CompanyDocument>(companyPath(link.companyId)))?.data;
  const form = company?.consent?.forms?.find(({ id }) => id === link?.formId);
  if (!link || !company || !form) return { status: link ? 410 : 404, html: formHtml({ kind: 'over' }, 'en') };
  const { shown, language = 'en', from, double = false } = form;
  const show = (page: FormPage, status = 200) => ({ status, html: formHtml(page, language) });
  if (request.method !== 'POST') return show({ kind: 'ask', shown });
  const fields = new URLSearchParams(request.body.slice(0, longestBody));
  const phone = (fields.get('phone') ?? '').slice(0, 40);
  const point = readContactPoint('sms', phone, 'US');
  if (!('to' in point)) return show({ kind: 'ask', shown, problem: 'invalid', phone }, 422);
  if (fields.get('agree') !== 'yes') return show({ kind: 'ask', shown, problem: 'untick', phone }, 422);
  if (!(await isFree(house, link, request, cause.now))) return show({ kind: 'busy' }, 429);
  try {
    await take(house, { companyId: link.companyId, company, form, to: point.to, request }, cause);
  } catch (error) {
    // he opted out in the same moment
    if (!(error instanceof Refusal)) throw error;
  }
  return show({ kind: 'done', isAsked: double, from });
};

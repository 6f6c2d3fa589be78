import type { Fate } from './registry.ts';
import { dates, hosts, listOf, textOf, type Shown } from './registry-shapes.ts';

/** A request to have a toll-free number looked at. */

const verificationStatus: Readonly<Record<Fate['status'], string>> = {
  pending: 'IN_REVIEW',
  approved: 'TWILIO_APPROVED',
  rejected: 'TWILIO_REJECTED',
  suspended: 'TWILIO_REJECTED',
  expired: 'TWILIO_REJECTED',
};

/** What nobody has said of a verification. */
const unsaid = Object.fromEntries(
  (
    'customer_profile_sid trust_product_sid regulated_item_sid business_street_address business_street_address2 business_city business_state_province_region ' +
    'business_postal_code business_country business_contact_first_name business_contact_last_name business_contact_email business_contact_phone ' +
    'additional_information edit_expiration business_registration_number business_registration_authority business_registration_country ' +
    'business_registration_phone_number doing_business_as opt_in_confirmation_message help_message_sample privacy_policy_url terms_and_conditions_url ' +
    'age_gated_content opt_in_keywords resource_links vetting_id vetting_id_expiration'
  )
    .split(' ')
    .map((name) => [name, null]),
);

export const verificationShown: Shown = ({ registry, accountId }, thing, isNew = false) => {
  const fate: Fate = isNew ? { status: 'pending' } : registry.fateOf(thing);
  const { id: sid, fields } = thing;
  const isRejected = verificationStatus[fate.status] === 'TWILIO_REJECTED';
  const code = Number(fate.code ?? 30842);
  return {
    ...unsaid,
    sid,
    account_sid: accountId,
    ...dates(thing),
    vetting_provider: 'CAMPAIGN_VERIFY',
    business_type: 'PRIVATE_PROFIT',
    business_name: textOf(fields['BusinessName']),
    business_website: textOf(fields['BusinessWebsite']),
    notification_email: textOf(fields['NotificationEmail']),
    use_case_categories: listOf(fields['UseCaseCategories']),
    use_case_summary: textOf(fields['UseCaseSummary']),
    production_message_sample: textOf(fields['ProductionMessageSample']),
    opt_in_image_urls: listOf(fields['OptInImageUrls']),
    opt_in_type: fields['OptInType'],
    message_volume: textOf(fields['MessageVolume']),
    tollfree_phone_number_sid: textOf(fields['TollfreePhoneNumberSid']),
    tollfree_phone_number: textOf(fields['number']),
    status: isNew ? 'PENDING_REVIEW' : verificationStatus[fate.status],
    url: `${hosts.messaging}/Tollfree/Verifications/${sid}`,
    rejection_reason: isRejected ? (fate.said ?? null) : null,
    error_code: isRejected ? code : null,
    edit_allowed: isRejected ? true : null,
    rejection_reasons: isRejected ? [{ reason: fate.said ?? '', code }] : null,
    external_reference_id: textOf(fields['ExternalReferenceId']),
  };
};

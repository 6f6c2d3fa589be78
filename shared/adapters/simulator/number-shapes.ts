import { dates, hosts, rfc2822, textOf, type Shown } from './registry-shapes.ts';

/** A number as it is in a messaging service. */
export const memberShown: Shown = ({ accountId }, thing) => ({
  sid: String(thing.fields['PhoneNumberSid']),
  account_sid: accountId,
  service_sid: textOf(thing.fields['service']),
  ...dates(thing),
  phone_number: textOf(thing.fields['number']),
  country_code: 'US',
  capabilities: ['MMS', 'SMS', 'Voice'],
  url: `${hosts.messaging}/Services/${String(thing.fields['service'])}/PhoneNumbers/${String(thing.fields['PhoneNumberSid'])}`,
});

const capabilities = { mms: true, sms: true, voice: true, fax: false };

export const numberShown: Shown = ({ accountId }, { id: sid, fields, createdAt, changedAt }) => {
  const number = String(fields['number']);
  return {
    account_sid: accountId,
    address_sid: null,
    address_requirements: 'none',
    api_version: '2010-04-01',
    beta: false,
    capabilities,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(changedAt),
    friendly_name: number,
    identity_sid: null,
    phone_number: number,
    origin: 'twilio',
    sid,
    sms_application_sid: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: null,
    sms_method: 'POST',
    sms_url: null,
    status_callback: null,
    status_callback_method: 'POST',
    trunk_sid: null,
    uri: `/2010-04-01/Accounts/${accountId}/IncomingPhoneNumbers/${sid}.json`,
    voice_receive_mode: 'voice',
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: 'POST',
    voice_fallback_url: null,
    voice_method: 'POST',
    voice_url: null,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    bundle_sid: null,
    status: 'in-use',
  };
};

export const availableShown = (number: string): object => ({
  friendly_name: number,
  phone_number: number,
  lata: '652',
  locality: 'Boise',
  rate_center: 'BOISE',
  latitude: 43.6,
  longitude: -116.2,
  region: 'ID',
  postal_code: '83702',
  iso_country: 'US',
  address_requirements: 'none',
  beta: false,
  capabilities,
});

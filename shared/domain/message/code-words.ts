/** What a code means to somebody at a reception desk: what happened, and what can be done about it. */
const words: Readonly<Record<string, string>> = {
  // A touch that can't become a message
  phone_missing: 'There is no phone number in this row. Add one and send the row again.',
  phone_invalid: 'This is not a phone number that can be called. Check its digits and send the row again.',
  phone_landline: 'This is a landline, which takes voice, not text messages. Ask the person for a mobile number.',
  phone_service:
    'This is the number of a service (toll-free, premium rate, a pager or the like), not of a phone that somebody carries. Ask the person for a mobile number.',
  email_missing: 'There is no e-mail address in this row. Add one and send the row again.',
  email_invalid: 'This is not an e-mail address that mail can go to. Check how it is written and send the row again.',
  date_missing: 'There is no appointment date in this row, so nobody knows when to remind.',
  date_invalid: 'The appointment date can not be read. Write it like 2026-12-31.',
  time_missing: 'There is no appointment time in this row, so nobody knows when to remind.',
  time_invalid: 'The appointment time can not be read. Write it like 14:30.',
  field_missing: 'The message needs a field that is empty in this row.',
  column_missing: 'The file has no column of the name that the campaign asks for. Rename the column, or change the campaign.',
  column_repeated:
    'The file has more than one column of the name that the campaign asks for, so nobody can tell which one is meant. Rename all but one.',
  template_error: 'The text of the message could not be put together from this row. Look at the template of the campaign.',
  too_long: 'The text of the message is too long to be sent.',
  row_too_wide: 'This row has more cells than the file has columns. Look for a comma or a quote too many.',
  row_too_large: 'This row is far too long. Look for a quote that is never closed.',
  row_unreadable: 'This row could not be read. Look for a quote that is never closed.',
  row_not_utf8: 'This row has letters that can not be read. Save the file as CSV in UTF-8 and send the row again.',
  forgotten: 'What stood in this row was erased before its message was due.',
  // A touch that must not become a message
  duplicate: 'The same person was already to be reminded of this on that day, so no second message was made.',
  overtaken: 'A later reminder of the same appointment was due as well, so only that one was sent.',
  past_window: 'The last hour at which a message was allowed had passed, so none was sent.',
  person_limit: 'This person has had as many messages as the campaign allows for a day.',
  campaign_not_active: 'The campaign was not active when this was due.',
  touch_dropped: 'The campaign was changed before this was sent, and no longer asks for it.',
  campaign_archived: 'The campaign was archived before this was due.',
  // A file that can't be used
  file_empty: 'The file is empty. Export it again and drop the new file.',
  file_utf16: 'The file is text in UTF-16, which is not read yet. Save it as CSV in UTF-8 and drop that file.',
  file_spreadsheet: 'The file is a spreadsheet or an archive, which is not read yet. Save it as CSV in UTF-8 and drop that file.',
  file_binary: 'The file is not text. Save it as CSV in UTF-8 and drop that file.',
  file_unreadable: 'The file ends in the middle of a row. Export it again and drop the new file.',
  file_replaced: 'The file was replaced by another one while it was read. The new content is a packet of its own.',
  file_gone: 'The file was removed before it was read whole. Drop it again.',
  header_unreadable: "The first line of the file, which names the columns, can't be read. Look for a quote that is never closed.",
  campaign_unknown: 'There is no campaign of the name that the file was dropped for. Drop it into the folder of one that is there.',
  // A message that was not sent
  window_past: 'The last hour at which the message was allowed passed before it could be sent.',
  validity_expired: 'The message could not be delivered while it was still of use.',
  no_answer: 'The provider did not answer, so nobody can tell yet whether the message was sent.',
  timeout: 'The provider did not answer in time, so nobody can tell yet whether the message was sent.',
  connection_lost: 'The connection to the provider broke, so nobody can tell yet whether the message was sent.',
  adapter_failed: 'Sending was interrupted, so nobody can tell yet whether the message was sent.',
  provider_unreachable: 'The provider could not be reached.',
  provider_error: 'The provider could not send the message, for a reason of its own.',
  server_error: 'The provider had a fault of its own and could not send the message.',
  rate_limited: 'The provider was given more messages than it takes, and let this one go.',
  queue_full: 'The provider had more messages waiting than it takes, and let this one go.',
  daily_cap: 'The phone company takes no more messages from us that day.',
  // Something about the person's number
  opted_out: 'The person has asked for no more messages at this number.',
  number_invalid: 'There is no such phone number. Ask the person for the right one.',
  number_missing: 'The message had no phone number to go to.',
  not_mobile: 'This number takes no text messages. Ask the person for a mobile number.',
  landline: 'This is a landline, which takes no text messages. Ask the person for a mobile number.',
  unknown_handset: 'The phone company does not know this number. Ask the person for the right one.',
  handset_unreachable: 'The phone could not be reached. It may be switched off or out of reach.',
  blocked: 'The number takes no messages from us.',
  country_not_allowed: 'Messages to this country are not allowed for the account.',
  route_missing: 'The provider knows no way to this number.',
  known_litigator: 'The provider holds back messages to this number for legal reasons.',
  quiet_hours: 'The phone company allows no messages at that hour.',
  // Something about the phone company
  carrier_filtered: 'The phone company took the message for unwanted mail and held it back.',
  carrier_congested: 'The phone company had too much to do and let the message go.',
  carrier_timeout: 'The phone company did not answer in time.',
  fraud_blocked: 'The provider held the message back because it looked like fraud.',
  // Something about our own settings
  account_suspended: 'The account at the provider is suspended. Nothing can be sent until that is settled.',
  auth_failed: 'The provider did not accept our account. Somebody has to look at its settings.',
  not_found: 'The provider did not know what it was asked for. Somebody has to look at the settings.',
  sender_missing: 'The campaign has no number to send from. Look at its sender.',
  sender_not_allowed: 'The campaign sends from a number that may not be used. Look at its sender.',
  unregistered_10dlc: 'The sending number is not registered for this use yet, so phone companies refuse it.',
  unverified_tollfree: 'The toll-free number is not verified yet, so phone companies refuse it.',
  number_unverified: 'A trial account sends to verified numbers alone.',
  callback_invalid: 'The provider did not accept the address for its reports. Somebody has to look at the settings.',
  validity_invalid: 'The provider did not accept how long the message is of use.',
  body_missing: 'The text of the message was empty.',
  body_too_long: 'The text of the message is too long for the provider.',
  content_invalid: 'The provider did not accept the text of this message.',
  media_invalid: 'The provider did not accept the attachment of this message.',
  template_required: 'This channel takes approved templates alone outside of a conversation.',
  unknown: 'The message did not arrive, and nobody said why.',
};

/** A sentence for a code, a general one for codes that nobody has described. `field` is the campaign's field that the code is about. */
export const wordsFor = (code: string, field?: string): string => {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  if (known === undefined) return `Something else was wrong: ${code.replaceAll('_', ' ')}.`;
  return code === 'field_missing' && field !== undefined ? `The message needs "${field}", which is empty in this row.` : known;
};

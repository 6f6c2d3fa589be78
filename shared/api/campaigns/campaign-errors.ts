import type { ErrorCodes } from '../conventions/error-codes.ts';

export const campaignErrors: ErrorCodes = {
  campaign_unknown: { status: 404, title: 'There is no such campaign', words: 'No campaign of this company has this id.' },
  campaign_invalid: { status: 400, title: "This campaign can't be used", words: '"errors" says where and why; nothing was stored.' },
  campaign_exists: {
    status: 409,
    title: 'There is a campaign of this name',
    words: 'A company has one campaign of each name: edit that one, or take another name.',
  },
  campaign_name_fixed: { status: 409, title: 'A campaign keeps its name', words: 'Copy it under the other name, and archive this one.' },
  campaign_archived: {
    status: 409,
    title: 'The campaign is archived',
    words: 'An archived campaign stays so: make one under another name.',
  },
  campaign_not_approved: {
    status: 409,
    title: 'Nobody has approved it',
    words: 'Look at the newest version and approve it; then activate it.',
  },
  campaign_not_active: {
    status: 409,
    title: 'The campaign is not active',
    words: 'Only an active campaign sends: approve and activate it first.',
  },
  campaign_not_paused: {
    status: 409,
    title: 'The campaign is not paused',
    words: 'Only a paused campaign is resumed: activate it instead.',
  },
  channels_mismatched: {
    status: 400,
    title: 'Not as many channels as the campaign has',
    words: "Give one schedule for each of the campaign's channels, in their order.",
  },
  senders_unregistered: {
    status: 409,
    title: 'Its numbers may not send to the United States',
    words: 'Its numbers are under no approved registration: register them first.',
  },
  registration_unknown: { status: 404, title: 'There is no such registration', words: 'No registration of this company has this id.' },
  pages_unreachable: {
    status: 409,
    title: 'People could not reach its links',
    words: 'A template names a link, and nobody has said under which public address our pages are: ask whoever runs the house.',
  },
  channel_unknown: { status: 400, title: 'The campaign has no such channel', words: "Name one of the campaign's channels, or none." },
  column_missing: { status: 400, title: 'A column is missing', words: 'What is given lacks a column that the campaign names.' },
  row_unknown: { status: 400, title: 'There is no such row', words: 'The first row behind the header is 2, as a spreadsheet counts.' },
  file_empty: { status: 400, title: 'The file is empty', words: 'Export it again.' },
  file_binary: { status: 400, title: "The file can't be read", words: 'Send delimited text, JSON, JSON lines or a spreadsheet.' },
  file_damaged: { status: 400, title: 'The file is damaged', words: 'Export it again, and send it whole.' },
  file_locked: { status: 400, title: 'The file is locked', words: 'Save it without a password.' },
  file_packed_twice: { status: 400, title: 'The file is packed twice', words: 'Pack it once, or not at all.' },
  file_too_large: { status: 413, title: 'The file is too large', words: 'Send a smaller sample.' },
  sheet_too_large: { status: 413, title: 'The spreadsheet is too large', words: 'Save it as CSV, or send a smaller sample.' },
  archive_empty: { status: 400, title: 'There is no file in the archive', words: 'Pack one file with rows.' },
  header_unreadable: { status: 400, title: "The header can't be read", words: 'The first line names the columns: look at its quotes.' },
  provider_missing: {
    status: 409,
    title: 'Nobody can send for this company',
    words: 'The house has no account of a provider for it: ask whoever runs the house.',
  },
  channel_unsupported: { status: 409, title: 'Nobody carries this channel', words: "The company's provider does not carry it." },
  opted_out: { status: 409, title: 'This contact point has opted out', words: 'Nothing goes there before it opts in again.' },
  too_many_tests: { status: 429, title: 'Too many test messages', words: 'A company sends up to 20 an hour. Try again later.' },
  too_long: { status: 400, title: 'The message is too long', words: 'Make the text shorter.' },
};

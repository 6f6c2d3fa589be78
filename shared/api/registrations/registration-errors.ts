import type { ErrorCodes } from '../conventions/error-codes.ts';

const of = (status: number, title: string, words: string) => ({ status, title, words });

/** Of brands, registrations and numbers: they are registered by the same providers. */
export const registrarErrors: ErrorCodes = {
  registrar_unknown: of(409, 'Nobody registers here', 'This house has no account at that provider: ask whoever runs the house.'),
  registrar_silent: of(503, 'The provider did not answer', 'Ask again in a minute: what was done is found, and nothing is done twice.'),
  submission_under_way: of(409, 'It is being handed in', 'Somebody hands it in just now: look again in a few minutes.'),
  company_unknown: of(404, 'There is no such company', 'This key belongs to no company.'),
};

export const brandErrors: ErrorCodes = {
  ...registrarErrors,
  brand_unknown: of(404, 'There is no such brand', 'No brand of this company has this id.'),
  brand_exists: of(409, 'There is a brand of this name', 'Edit that one, or give another display_name.'),
  brand_pending: of(409, 'The brand is being looked at', 'Wait for the answer before you change it.'),
  brand_incomplete: of(
    400,
    'It would be refused',
    '"missing" of the brand says what it lacks. Nothing was handed in, and nothing was charged.',
  ),
  brand_unchanged: of(409, 'It was refused as it is', 'Change what was named before it is handed in again.'),
  brand_elsewhere: of(409, 'It was handed in elsewhere', 'A second registration would cost a second fee.'),
  brand_suspended: of(409, 'The brand is suspended', 'Only your provider can lift that: write to it.'),
  brand_forgotten: of(409, 'What it says was forgotten', 'Write it down again.'),
};

export const registrationErrors: ErrorCodes = {
  ...brandErrors,
  registration_unknown: of(404, 'There is no such registration', 'No registration of this company has this id.'),
  registration_exists: of(409, 'There is a registration of this name', 'Edit that one, or take another name.'),
  registration_pending: of(409, 'The registration is being looked at', 'Wait for the answer before you change it.'),
  registration_incomplete: of(400, 'It would be refused', '"missing" says what it lacks. Nothing was handed in, and nothing was charged.'),
  registration_unchanged: of(409, 'It was refused as it is', 'Change what was named before it is handed in again.'),
  registration_suspended: of(409, 'The registration is suspended', 'Only your provider can lift that: write to it.'),
  registration_forgotten: of(409, 'What it says was forgotten', 'Write it down again.'),
  brand_fixed: of(409, 'A registration keeps its brand', 'Make another registration for the other brand.'),
  brand_not_approved: of(409, 'The brand is not approved', 'Carriers look at a registration only once its brand is approved.'),
  nothing_refused: of(409, 'Nothing was refused', 'Only a registration that was refused can be appealed.'),
  appeal_by_letter: of(409, 'This provider takes appeals from people alone', 'Write to its support, then say so with by_letter.'),
  appeal_refused: of(409, 'The appeal was not taken', 'Change what was named, and hand it in again.'),
  appeal_unanswered: of(503, 'The provider did not answer', 'Appeal again in a minute: twice does no harm.'),
};

export const numberErrors: ErrorCodes = {
  ...registrarErrors,
  number_unknown: of(404, 'There is no such number', 'This company has no such number: buy it, or add it.'),
  number_taken: of(409, 'The number is taken', 'Somebody else has it.'),
  number_not_bought: of(409, 'It is being bought', 'Ask again in five minutes.'),
  number_released: of(409, 'It is being given back', 'Buy it again once it is released.'),
  number_registered: of(409, 'It is under a registration', 'Release it first, or assign it to another one.'),
  number_needs_none: of(
    409,
    'It can have no registration',
    'Only numbers with an area code of +1 can, and toll-free ones need a verification instead.',
  ),
  registration_unknown: of(404, 'There is no such registration', 'No registration of this company has this id.'),
  registration_not_approved: of(409, 'The registration is not approved', 'Wait until carriers have approved it.'),
};

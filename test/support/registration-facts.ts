import type { BrandFacts } from '#domain/registration/brand-facts.ts';
import type { RegistrationFacts } from '#domain/registration/registration-facts.ts';

/** A brand and a registration with which nothing is wrong. */

export const goodBrand: BrandFacts = {
  displayName: 'Riverside Dental',
  companyName: 'Riverside Dental Care LLC',
  entityType: 'PRIVATE_PROFIT',
  vertical: 'HEALTHCARE',
  ein: '84-2913576',
  phone: '+12085550123',
  email: 'office@riverside.example',
  website: 'https://riverside.example',
  street: '12 Main Street',
  city: 'Boise',
  state: 'ID',
  postalCode: '83702',
  country: 'US',
  firstName: 'Ana',
  lastName: 'Lopez',
  jobTitle: 'Office manager',
};

export const goodRegistration: RegistrationFacts = {
  useCase: 'CUSTOMER_CARE',
  description: 'Riverside Dental reminds its patients of their appointments and asks them to confirm or move them.',
  messageFlow:
    'Patients agree on a paper form at the front desk: they check a box beside "I agree to get text messages about my appointments from Riverside Dental. ' +
    'Message frequency varies. Message and data rates may apply. Reply STOP to opt out, HELP for help. Consent is not a condition of treatment."',
  samples: [
    'Riverside Dental: Ana, you see Dr. Kim on Tue Nov 3 at 9:00 AM. Reply C to confirm, R to change, X if you can not come. Reply STOP to opt out.',
    'Riverside Dental: your appointment of Nov 3 was moved to Nov 5 at 10:30 AM. See you then.',
  ],
  optInMessage:
    'Riverside Dental: you will get messages about your appointments. Message frequency varies. Message and data rates may apply. Reply HELP for help, STOP to opt out.',
  optOutMessage: 'Riverside Dental: you are unsubscribed and will get no more messages.',
  helpMessage: 'Riverside Dental: for help write to office@riverside.example or call 208-555-0123.',
  optInKeywords: ['START'],
  optOutKeywords: ['STOP', 'CANCEL'],
  helpKeywords: ['HELP'],
  privacyPolicyUrl: 'https://riverside.example/privacy',
  termsUrl: 'https://riverside.example/terms',
  hasLinks: false,
  hasPhones: false,
};

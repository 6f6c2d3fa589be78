/** Bounces and complaints as mail servers word them. `about`: our mail's id with its proof. */
type Given = Readonly<{ proven: string; messageId: string; to?: string; returned?: 'headers' | 'mail' | 'nothing'; envelope?: boolean }>;

const ours = ({ proven, messageId }: Given): readonly string[] => [
  'From: Clinic <mail@clinic.example>',
  'To: ana@example.com',
  'Subject: =?UTF-8?Q?Su_cita_ma=C3=B1ana?=',
  `Message-ID: <${messageId}@clinic.example>`,
  `X-Carillon-Message:`,
  ` ${proven}`,
  'Auto-Submitted: auto-generated',
];

const lines = (...all: readonly (string | readonly string[])[]): string => [...all.flat(), ''].join('\r\n');

const returnedPart = (given: Given): readonly string[] => {
  if (given.returned === 'nothing') return [];
  const isWhole = given.returned === 'mail';
  return [
    '--=_b',
    `Content-Type: ${isWhole ? 'message/rfc822' : 'text/rfc822-headers'}`,
    '',
    ...ours(given),
    ...(isWhole ? ['', 'Hello Ana'] : []),
  ];
};

export type Recipient = Readonly<{ action: string; status?: string; diagnostic?: string }>;

/** RFC 3464; `recipient` undefined: none. */
export const bounceMail = (given: Given, recipient?: Recipient): string =>
  lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    `To: ${given.to ?? 'bounces@clinic.example'}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="=_b"',
    'MIME-Version: 1.0',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--=_b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered to ana@example.com.',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    ...(given.envelope ? [`Original-Envelope-Id: ${given.proven}`] : []),
    '',
    ...(recipient
      ? [
          'Final-Recipient: rfc822; ana@example.com',
          `Action: ${recipient.action}`,
          ...(recipient.status === undefined ? [] : [`Status: ${recipient.status}`]),
          ...(recipient.diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${recipient.diagnostic}`]),
          '',
        ]
      : []),
    returnedPart(given),
    '--=_b--',
  );

/** RFC 5965 */
export const complaintMail = (given: Given, kind = 'abuse'): string =>
  lines(
    'From: <staff@isp.example>',
    `To: ${given.to ?? 'abuse@clinic.example'}`,
    'Subject: FW: Su cita',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=part1_fb',
    '',
    '--part1_fb',
    'Content-Type: text/plain; charset="US-ASCII"',
    '',
    'This is an email abuse report.',
    '--part1_fb',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${kind}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    '',
    '--part1_fb',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    ours(given),
    '',
    'Hello Ana',
    '--part1_fb--',
  );

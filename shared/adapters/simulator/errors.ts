/** Errors as the API answers them: HTTP status and Twilio's text, without the number that Twilio puts into some of them. */
const errors: Readonly<Record<number, readonly [status: number, message: string]>> = {
  20001: [400, 'The request body is not valid.'],
  20003: [401, 'Authenticate'],
  20004: [405, 'Method not allowed'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'An internal server error has occurred'],
  20503: [503, 'Service Unavailable'],
  21201: [400, "No 'To' number is specified"],
  21205: [400, 'Url is not valid: this network takes Twiml alone.'],
  21210: [400, "The 'From' number is not verified for this account."],
  21211: [400, "The 'To' number is not a valid phone number."],
  21212: [400, "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID."],
  21213: [400, "A 'From' phone number is required."],
  21214: [400, "The 'To' phone number cannot be reached."],
  21215: [400, 'Account not authorized to call this number.'],
  21216: [400, 'Account not allowed to call this number.'],
  21217: [400, 'Phone number does not appear to be valid.'],
  21220: [400, 'Invalid call state: the call is not in progress.'],
  21421: [400, 'PhoneNumber is invalid'],
  21422: [400, 'PhoneNumber is not available'],
  21712: [409, 'Phone Number or Short Code is already in the Messaging Service.'],
  21724: [400, 'The Brand Registration is not approved: it is not eligible for a campaign.'],
  21725: [409, 'The Messaging Service has a campaign already.'],
  21408: [400, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number."],
  21602: [400, 'Message body is required.'],
  21603: [400, "A 'From' phone number is required."],
  21604: [400, "A 'To' phone number is required."],
  21606: [400, "The 'From' number is not a valid, SMS-capable Twilio phone number for your account."],
  21609: [400, 'The StatusCallback URL is not a valid URL.'],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21611: [400, "This 'From' number has exceeded the maximum number of queued messages"],
  21612: [400, "Message cannot be sent with the current combination of 'To' and 'From' parameters."],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit'],
  21620: [400, 'Invalid media URL(s)'],
  21623: [400, 'Number of media files exceeds the allowed limit of 10'],
  21624: [400, 'Invalid validity period value'],
  21655: [400, 'The ContentSid is invalid.'],
  21656: [400, 'The ContentVariables parameter is invalid.'],
  21705: [400, 'The Messaging Service Sid is invalid: this network has none.'],
  21910: [400, "Invalid 'From' and 'To' pair: both must be of the same channel."],
  63007: [400, "Twilio could not find a Channel with the specified 'From' address"],
};

export type ApiError = Readonly<{ code: number; message: string; more_info: string; status: number }>;

export const apiError = (code: number): ApiError => {
  const [status, message] = errors[code] ?? [400, 'Bad request'];
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
};

import twilio from 'twilio';

/** Twilio's own client, whole and with its own HTTP client, pointed at another address: the oracle for whatever speaks Twilio's API. */
export const twilioSdk = (account: Readonly<{ accountId: string; authToken: string }>, baseUrl: string) => {
  class Elsewhere extends twilio.RequestClient {
    override request<Data>(options: Parameters<typeof twilio.RequestClient.prototype.request<Data>>[0]) {
      const { pathname, search } = new URL(options.uri);
      return super.request<Data>({ ...options, uri: baseUrl + pathname + search });
    }
  }
  return twilio(account.accountId, account.authToken, { httpClient: new Elsewhere({ timeout: 10_000 }) });
};

import { ok, wrong, type Check, type Finding } from './check.ts';

const answerMs = 15_000;
const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Our doors refuse what nobody signed in the form of problem+json; a proxy in between, or somebody else's server, answers otherwise. */
const readAnswer = async (response: Response, url: string): Promise<Finding> => {
  await response.body?.cancel();
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json') && response.status < 500) return ok(`callbacks reach a door of ours at ${url}`);
  if (response.status === 401 || response.status === 403)
    return wrong(
      `${url} answers ${response.status} before our door is asked`,
      'let everybody call the door receive-status (roles/run.invoker for allUsers; terraform apply)',
    );
  return wrong(
    `${url} answers ${response.status}, and not as our doors do`,
    'set CARILLON_PUBLIC_URL to where the door receive-status is reached; its log says why when it fails',
  );
};

/** Where a provider brings its callbacks: must be https, and one of our doors must answer there. What is sent is signed by nobody and changes nothing. */
export const publicUrlCheck = (publicUrl: string): Check => ({
  name: 'callbacks',
  next: `see that ${publicUrl} is reached from outside: providers can't tell what becomes of messages`,
  run: async () => {
    const { protocol, hostname } = new URL(publicUrl);
    if (protocol !== 'https:' && !loopback.test(hostname))
      return wrong(
        `${publicUrl} is not https: anybody on the way could read or forge callbacks`,
        'set CARILLON_PUBLIC_URL to an https address',
      );
    const response = await fetch(`${publicUrl}/messages/status/doctor`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    });
    return readAnswer(response, publicUrl);
  },
});

import { openSecrets } from '#adapters/secret-manager/open-secrets.ts';
import { checkLogin } from './check-login.ts';
import { askRunning, command } from './command-client.ts';
import type { Config, GoogleCloudConfig } from './config.ts';
import { isHouse } from './data-folder.ts';
import { examine, type Check, type Diagnosis } from './doctor/check.ts';
import { folderChecks } from './doctor/folder-checks.ts';
import { mailFromCheck } from './doctor/mail-from-check.ts';
import { clockCheck, nodeCheck } from './doctor/machine-checks.ts';
import { publicUrlCheck } from './doctor/public-url-check.ts';
import { secretChecks, type NeededSecret } from './doctor/secret-checks.ts';
import { ticksCheck } from './doctor/ticks-check.ts';
import { topicsCheck } from './doctor/topics-check.ts';
import { openLog } from './logging.ts';
import { ticksOf } from './ticks.ts';

const twilioUrl = 'https://api.twilio.com';

/** A service that this house uses anyway, to compare clocks with; none where everything is on this machine. */
const clockUrl = ({ publicUrl, twilio, googleCloud }: Config): string | undefined =>
  twilio?.baseUrl ?? publicUrl ?? (twilio || googleCloud?.twilio ? twilioUrl : undefined);

/** Secrets of providers that are named, not given. */
const providerSecretsOf = ({ telnyx, smtp }: Config): readonly NeededSecret[] => {
  const named = [
    { what: "Telnyx's API key", hidden: telnyx?.apiKey },
    { what: 'address of the mail server', hidden: smtp?.url },
  ];
  return named.flatMap(({ what, hidden }) => (hidden && 'secret' in hidden ? [{ what, name: hidden.secret, holds: 'text' as const }] : []));
};

const secretsOf = (config: Config, cloud: GoogleCloudConfig): readonly NeededSecret[] => [
  { what: 'master key', name: cloud.masterKeySecret, holds: 'key' },
  { what: 'fingerprint key', name: cloud.fingerprintKeySecret, holds: 'key' },
  ...(cloud.twilio ? [{ what: 'auth token', name: cloud.twilio.authTokenSecret, holds: 'text' } as const] : []),
  ...providerSecretsOf(config),
];

/** Beside the emulators there is no Cloud Scheduler. */
const cloudChecks = (config: Config, cloud: GoogleCloudConfig): readonly Check[] => [
  ...secretChecks(openSecrets({ log: openLog(config) }), secretsOf(config, cloud)),
  topicsCheck(cloud),
  ...(cloud.pubsubHost === undefined ? [ticksCheck(() => ticksOf(config))] : []),
];

const isNowhere = ({ googleCloud, dataDir }: Config): boolean => googleCloud === undefined && !isHouse(dataDir);

const embeddedChecks = (config: Config): readonly Check[] =>
  isNowhere(config) ? folderChecks(config) : [...folderChecks(config), ticksCheck(() => ticksOf(config))];

/** What can be looked at without opening the house: it tells why a house can't be opened. */
const outsideChecks = (config: Config): readonly Check[] => {
  const clock = clockUrl(config);
  return [
    nodeCheck(process.version),
    ...(clock === undefined ? [] : [clockCheck(clock)]),
    ...(config.publicUrl === undefined ? [] : [publicUrlCheck(config.publicUrl)]),
    // without a mail server there are no mails, or they become files
    ...(config.smtp === undefined ? [] : [mailFromCheck(config.mailFrom)]),
    ...(config.googleCloud ? cloudChecks(config, config.googleCloud) : embeddedChecks(config)),
  ];
};

type Answer = readonly Diagnosis[];

/** Asked of the house that runs; where none does it is opened for as long as it takes. */
const insideFindings = async (config: Config): Promise<Answer> => {
  try {
    const asked = config.googleCloud ? undefined : await askRunning(config, 'examine', { resting: false });
    const resting = config.googleCloud === undefined;
    return (asked ? asked.result : await command(config, 'examine', { resting })) as Answer;
  } catch (error) {
    const says = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : 'it failed without a reason';
    return [{ name: 'house', state: 'wrong', says: `it can't be opened: ${says}`, next: 'mend what is wrong above, then look again' }];
  }
};

/** Undefined: somebody is logged in, or need not be. */
const loginFinding = async (config: Config): Promise<Diagnosis | undefined> => {
  try {
    await checkLogin(config);
    return undefined;
  } catch (error) {
    const says = error instanceof Error ? error.message : 'nobody is logged in';
    return { name: 'login', state: 'wrong', says, next: 'then look again: nothing else can be seen before' };
  }
};

/** Everything that can be looked at of a deployment or of an embedded folder. Never throws; changes nothing. */
export const diagnose = async (config: Config): Promise<readonly Diagnosis[]> => {
  const login = await loginFinding(config);
  if (login) return [...(await examine([nodeCheck(process.version)])), login];
  const outside = await examine(outsideChecks(config));
  return isNowhere(config) ? outside : [...outside, ...(await insideFindings(config))];
};

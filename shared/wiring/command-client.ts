import { Refusal } from '#domain/kernel/refusal.ts';
import type { Config } from './config.ts';
import { isHouse, readHouseFile } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { operatorHeader } from './operator-header.ts';
import { whoever } from './whoever.ts';

const commandMs = 3_600_000;

/** The house said no: `message` is for people. */
const refusalOf = (body: string): Refusal => {
  try {
    const { code, detail } = JSON.parse(body) as { code: string; detail: string };
    return new Refusal(code, detail);
  } catch {
    return new Refusal('internal', 'the house gave an answer that is none: look at its log');
  }
};

const isNobodyThere = (error: unknown): boolean => {
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  return code === 'ECONNREFUSED' || code === 'ECONNRESET';
};

/** A folder that was mistyped must not become a new, empty house: only a campaign may be put before the first start. */
export const checkThere = ({ dataDir }: Config, name: string): void => {
  if (name === 'put-campaign' || isHouse(dataDir)) return;
  throw new HouseUnavailable(`there is no house in ${dataDir}: name its folder with --data, or open one there with "carillon start"`);
};

/** On Google Cloud there is no house to ask: whoever has the rights opens it like a door. */
const commandInCloud = async (config: Config, name: string, input: unknown): Promise<unknown> => {
  const [{ openCloud }, { carryOutFor }] = await Promise.all([import('./cloud.ts'), import('./commands.ts')]);
  const cloud = await openCloud(config);
  try {
    return await carryOutFor(cloud, { name, raw: input, operator: whoever() });
  } finally {
    await cloud.close();
  }
};

/** Carries a command out in the running house of the folder; undefined where none runs. */
export const askRunning = async (config: Config, name: string, input: unknown): Promise<Readonly<{ result: unknown }> | undefined> => {
  const running = readHouseFile(config.dataDir);
  if (!running) return undefined;
  try {
    const answer = await fetch(`http://127.0.0.1:${running.port}/house/${name}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${running.token}`,
        'content-type': 'application/json',
        connection: 'close',
        [operatorHeader]: encodeURIComponent(whoever()),
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(commandMs),
    });
    const body = await answer.text();
    if (!answer.ok) throw refusalOf(body);
    return { result: JSON.parse(body) as unknown };
  } catch (error) {
    // the file of a house that was killed
    if (!isNobodyThere(error)) throw error;
    return undefined;
  }
};

/** Carries a command out in the running house of the folder, or, where none runs, opens the folder for as long as it takes. */
export const command = async (config: Config, name: string, input: unknown): Promise<unknown> => {
  if (config.googleCloud) return commandInCloud(config, name, input);
  checkThere(config, name);
  const asked = await askRunning(config, name, input);
  if (asked) return asked.result;
  // loaded only where nobody else does the work: it is most of the program
  const [{ openEmbedded }, { carryOutFor }] = await Promise.all([import('./embedded.ts'), import('./commands.ts')]);
  const embedded = await openEmbedded(config);
  try {
    // nobody else will start it; whether it starts is a part of the answer
    if (name === 'status') await embedded.reporting.ready(60_000).catch(() => undefined);
    return await carryOutFor(embedded, { name, raw: input, operator: whoever() });
  } finally {
    await embedded.close();
  }
};

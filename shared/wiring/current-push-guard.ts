import type { DoorRequest, DoorResponse } from '#functions/door.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { pushGuard, type PushGuard } from './push-guard.ts';

/** The embedded house opens no door of a topic to the outside. */
const nobodyCalls: PushGuard = async () => undefined;

let current: PushGuard | undefined;

const configured = (): PushGuard => {
  const config = readConfig();
  return config.googleCloud ? pushGuard(config.googleCloud.push, { log: openLog(config) }) : nobodyCalls;
};

/** Asked before a door that a topic, a schedule or a bucket wakes. Throws ConfigInvalid. */
export const checkPush = (request: DoorRequest): Promise<DoorResponse | undefined> => (current ??= configured())(request);

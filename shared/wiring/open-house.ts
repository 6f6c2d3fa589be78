import type { House } from '#app/house.ts';
import type { Account } from '#domain/company/company.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import type { Ticks } from '#ports/ticks.ts';
import type { Reporting } from './reporting.ts';

/** A house without its doors, embedded or on Google Cloud: what commands are carried out in. */
export type OpenHouse = Readonly<{
  house: House;
  bus: MessageBus;
  reporting: Reporting;
  /** its doors are open */
  live?: boolean;
  /** the command that is being carried out: what it does is found in the log by it */
  request?: string;
  /** while its doors are open and it ticks by itself */
  ticks?: Ticks;
  /** the provider account that companies of this house send through unless told */
  account: Account;
  close: () => Promise<void>;
}>;

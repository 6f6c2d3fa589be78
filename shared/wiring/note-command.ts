import { ownerOf } from '#app/change-campaign.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { auditStream } from '#domain/kernel/streams.ts';
import type { OpenHouse } from './open-house.ts';

type Kind = 'change' | 'look' | 'nothing';

const kinds: Readonly<Record<Exclude<Kind, 'change'>, string>> = {
  // what shows people: names, phones, addresses, texts, rows of files
  look: 'list-inbox show-reply answers-of-day failed-rows check-fixes preview-file preview-template list-users show-person list-attempts list-doubts list-audit',
  // counts, settings, and what runs
  nothing:
    'status campaign-progress report map-file dropped list-webhooks kept-lists unloaded-files list-keys list-support list-templates show-template template-versions list-endpoints show-routes show-consent-settings list-senders list-registered search-numbers ticks examine dead-letters rebuild rebuild-documents',
};
const looks = new Set(kinds.look.split(' '));
const nothing = new Set(kinds.nothing.split(' '));

/** What a command is for the audit log: a change, unless it stands here. */
export const kindOfCommand = (name: string): Kind => (looks.has(name) ? 'look' : nothing.has(name) ? 'nothing' : 'change');

/** Commands that stand here, each a command that there is. */
export const knownCommands: readonly string[] = [...looks, ...nothing];

type Input = Readonly<Record<string, unknown>>;

const textIn = (input: Input, name: string): string | undefined => (typeof input[name] === 'string' ? input[name] : undefined);

/** Of what concerns no company. */
const houseItself = 'co_house';

const companyOf = async ({ house }: OpenHouse, input: Input): Promise<string> => {
  const [company, campaign, packet] = ['companyId', 'campaignId', 'packetId'].map((name) => textIn(input, name));
  if (company !== undefined) return company;
  if (campaign !== undefined) return ownerOf(house, campaign);
  const found = packet === undefined ? undefined : await readPacketDocument(house.documents, packet);
  return found?.companyId ?? houseItself;
};

const isOurId = (text: string): boolean => /^[a-z]{2,6}_[\w.-]{1,100}$/.test(text);

/** Ids of ours as they are, a contact point as a fingerprint; whatever else was typed stays out. */
const subjectsOf = ({ house }: OpenHouse, companyId: string, input: Input): string[] => {
  const ids = Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'companyId' && isOurId(value) ? [value] : [],
  );
  const whom = ['to', 'number'].flatMap((name) => textIn(input, name) ?? []);
  return [...ids, ...whom.map((text) => `#${house.vault.fingerprint(companyId, `subject ${text}`)}`)].slice(0, 10);
};

export type Carried = Readonly<{ name: string; input: unknown; operator: string; request: string }>;

/** In the audit log of the company before the outcome is told: who sat at the command line, and what he did or looked at. */
export const noteCommand = async (open: OpenHouse, { name, input, operator, request }: Carried): Promise<void> => {
  const kind = kindOfCommand(name);
  if (kind === 'nothing') return;
  const given = (input ?? {}) as Input;
  const companyId = await companyOf(open, given);
  const subjects = subjectsOf(open, companyId, given);
  const data = { companyId, by: 'command line', kind, operation: `carillon ${name}`, subjects, status: 200, request };
  await open.house.store.append({
    stream: auditStream(companyId),
    companyId,
    events: [{ type: 'AccessNoted', data, private: { address: 'command line', operator: operator.slice(0, 100) } }],
    cause: { id: `${request}.noted`, now: open.house.clock.now(), correlation: request },
  });
};

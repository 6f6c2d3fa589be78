import { parse } from 'node:querystring';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, readBody } from './answer.ts';
import type { Fault, Faults } from './faults.ts';
import { availableShown, memberShown, numberShown } from './number-shapes.ts';
import { freeNumbers, type Registry, type Thing } from './registry.ts';
import {
  addressShown,
  brandShown,
  campaignShown,
  documentShown,
  endUserShown,
  entityShown,
  productShown,
  profileShown,
  serviceShown,
  type Shown,
} from './registry-shapes.ts';
import { verificationShown } from './verification-shape.ts';

/** Twilio's REST API for the Trust Hub, registration and numbers, as far as registering goes. */

type Fields = Readonly<Record<string, unknown>>;
type Asked = Readonly<{
  registry: Registry;
  accountId: string;
  form: Fields;
  query: URLSearchParams;
  ids: readonly string[];
  path: string;
}>;
type Answered = Readonly<{ status: number; body?: unknown }> | number;
type Route = readonly [method: string, path: RegExp, answer: (asked: Asked) => Answered];

const sidOf = (registry: Registry, prefix: string, of: string): string => `${prefix}${registry.hexOf(of, 32)}`;
let counter = 0;
const newSid = (registry: Registry, prefix: string): string => sidOf(registry, prefix, `${prefix} ${Date.now()} ${(counter += 1)}`);

type Kind = Readonly<{ kind: string; prefix: string; shown: Shown; key: string; needs: readonly string[] }>;
const kinds = {
  profile: { kind: 'profile', prefix: 'BU', shown: profileShown, key: 'results', needs: ['FriendlyName', 'Email', 'PolicySid'] },
  product: { kind: 'product', prefix: 'BU', shown: productShown, key: 'results', needs: ['FriendlyName', 'Email', 'PolicySid'] },
  endUser: { kind: 'endUser', prefix: 'IT', shown: endUserShown, key: 'results', needs: ['FriendlyName', 'Type'] },
  document: { kind: 'document', prefix: 'RD', shown: documentShown, key: 'results', needs: ['FriendlyName', 'Type'] },
  entity: { kind: 'entity', prefix: 'BV', shown: entityShown, key: 'results', needs: ['ObjectSid'] },
  brand: { kind: 'brand', prefix: 'BN', shown: brandShown, key: 'data', needs: ['CustomerProfileBundleSid', 'A2PProfileBundleSid'] },
  service: { kind: 'service', prefix: 'MG', shown: serviceShown, key: 'services', needs: ['FriendlyName'] },
  campaign: {
    kind: 'campaign',
    prefix: 'QE',
    shown: campaignShown,
    key: 'compliance',
    needs: [
      'BrandRegistrationSid',
      'Description',
      'MessageFlow',
      'MessageSamples',
      'UsAppToPersonUsecase',
      'HasEmbeddedLinks',
      'HasEmbeddedPhone',
    ],
  },
  verification: {
    kind: 'verification',
    prefix: 'HH',
    shown: verificationShown,
    key: 'verifications',
    needs: [
      'BusinessName',
      'BusinessWebsite',
      'NotificationEmail',
      'UseCaseSummary',
      'ProductionMessageSample',
      'OptInType',
      'MessageVolume',
    ],
  },
  address: {
    kind: 'address',
    prefix: 'AD',
    shown: addressShown,
    key: 'addresses',
    needs: ['CustomerName', 'Street', 'City', 'Region', 'PostalCode', 'IsoCountry'],
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** Everything on one page: nobody registers a thousand of them here. */
const paged = (key: string, items: readonly object[], path: string): Answered => {
  const url = `https://messaging.twilio.com${path}?PageSize=50&Page=0`;
  const meta = { first_page_url: url, key, next_page_url: null, page: 0, page_size: 50, previous_page_url: null, url };
  return { status: 200, body: { [key]: items, meta } };
};

const pagedOld = (key: string, items: readonly object[], path: string): Answered => {
  const uri = `${path}?PageSize=50&Page=0`;
  const about = {
    end: Math.max(0, items.length - 1),
    first_page_uri: uri,
    next_page_uri: null,
    page: 0,
    page_size: 50,
    previous_page_uri: null,
    start: 0,
    uri,
  };
  return { status: 200, body: { [key]: items, ...about } };
};

const lacks = (form: Fields, needs: readonly string[]): boolean => needs.some((name) => form[name] === undefined || form[name] === '');

const create =
  ({ kind, prefix, shown, needs }: Kind, more: (asked: Asked) => Fields = () => ({})) =>
  (asked: Asked): Answered => {
    const { registry, form } = asked;
    if (lacks(form, needs)) return 20001;
    const thing = registry.add(kind, { ...form, ...more(asked) }, newSid(registry, prefix));
    return { status: 201, body: shown(asked, thing, true) };
  };

const found = ({ registry, ids }: Asked, kind: string, at = 0): Thing | undefined => {
  const thing = registry.get(ids[at] ?? '');
  return thing?.kind === kind ? thing : undefined;
};

const fetch =
  ({ kind, shown }: Kind, at = 0) =>
  (asked: Asked): Answered => {
    const thing = found(asked, kind, at);
    return thing ? { status: 200, body: shown(asked, thing) } : 20404;
  };

const update =
  ({ kind, shown }: Kind, status = 200, at = 0) =>
  (asked: Asked): Answered => {
    const thing = found(asked, kind, at);
    const changed = thing && asked.registry.change(thing.id, asked.form);
    return changed ? { status, body: shown(asked, changed) } : 20404;
  };

const list =
  ({ kind, shown, key }: Kind, isIn: (thing: Thing, asked: Asked) => boolean = () => true) =>
  (asked: Asked): Answered =>
    paged(
      key,
      asked.registry
        .all(kind)
        .filter((thing) => isIn(thing, asked))
        .map((thing) => shown(asked, thing)),
      asked.path,
    );

const hasName = ({ fields }: Thing, { query }: Asked): boolean =>
  !query.has('FriendlyName') || fields['FriendlyName'] === query.get('FriendlyName');
const ofOwner = ({ fields }: Thing, { ids }: Asked): boolean => fields['owner'] === ids[0];
const ofService = ({ fields }: Thing, { ids }: Asked): boolean => fields['service'] === ids[0];

const createCampaign = (asked: Asked): Answered => {
  const { registry, form, ids } = asked;
  const brand = registry.get(String(form['BrandRegistrationSid']));
  if (!registry.get(ids[0] ?? '')) return 20404;
  if (!brand || registry.fateOf(brand).status !== 'approved') return 21724;
  if (registry.all('campaign').some((one) => ofService(one, asked))) return 21725;
  return create(kinds.campaign, () => ({ service: ids[0] }))(asked);
};

const members = (asked: Asked): readonly Thing[] => asked.registry.all('assignment').filter((one) => ofService(one, asked));

const addMember = (asked: Asked): Answered => {
  const { registry, form, ids } = asked;
  const own = registry.get(String(form['PhoneNumberSid']));
  if (!own || !registry.get(ids[0] ?? '')) return 20404;
  const id = `assignment ${own.id}`;
  if (registry.get(id)) return 21712;
  const fields = { ...form, number: own.fields['number'], service: ids[0] };
  return { status: 201, body: memberShown(asked, registry.add('assignment', fields, id)) };
};

const fetchMember = (asked: Asked): Answered => {
  const thing = members(asked).find(({ fields }) => fields['PhoneNumberSid'] === asked.ids[1]);
  return thing ? { status: 200, body: memberShown(asked, thing) } : 20404;
};

const buy = (asked: Asked): Answered => {
  const { registry, form } = asked;
  const number = typeof form['PhoneNumber'] === 'string' ? form['PhoneNumber'] : '';
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return 21421;
  if (!freeNumbers(registry, number.slice(2, 5), 900).includes(number)) return 21422;
  const thing = registry.add('number', { ...form, number }, sidOf(registry, 'PN', number));
  return { status: 201, body: numberShown(asked, thing) };
};

const giveBack = ({ registry, ids }: Asked): Answered => {
  const sid = ids[0] ?? '';
  if (registry.get(sid)?.kind !== 'number') return 20404;
  registry.remove(sid);
  registry.remove(`assignment ${sid}`);
  return { status: 204 };
};

const ownNumbers = (asked: Asked): Answered => {
  const wanted = asked.query.get('PhoneNumber');
  const own = asked.registry.all('number').filter(({ fields }) => wanted === null || fields['number'] === wanted);
  return pagedOld(
    'incoming_phone_numbers',
    own.map((thing) => numberShown(asked, thing)),
    asked.path,
  );
};

const available = ({ registry, query, path }: Asked): Answered => {
  const contains = query.get('Contains') ?? '';
  const found = freeNumbers(registry, query.get('AreaCode') ?? '208', 900).filter((number) => number.includes(contains));
  return pagedOld('available_phone_numbers', found.slice(0, Number(query.get('PageSize') ?? 30)).map(availableShown), path);
};

const hub = '/v1';
const bundles = (path: string, kind: Kind): readonly Route[] => [
  ['POST', new RegExp(`^${hub}/${path}$`), create(kind)],
  ['GET', new RegExp(`^${hub}/${path}$`), list(kind, hasName)],
  ['GET', new RegExp(`^${hub}/${path}/(BU\\w+)$`), fetch(kind)],
  ['POST', new RegExp(`^${hub}/${path}/(BU\\w+)$`), update(kind)],
  ['POST', new RegExp(`^${hub}/${path}/(BU\\w+)/EntityAssignments$`), create(kinds.entity, ({ ids }) => ({ owner: ids[0], of: path }))],
  ['GET', new RegExp(`^${hub}/${path}/(BU\\w+)/EntityAssignments$`), list(kinds.entity, ofOwner)],
];

const createVerification = (asked: Asked): Answered => {
  const own = asked.registry.get(String(asked.form['TollfreePhoneNumberSid']));
  if (own?.kind !== 'number') return 20404;
  return create(kinds.verification, () => ({ number: own.fields['number'] }))(asked);
};

const ofNumber = ({ fields }: Thing, { query }: Asked): boolean =>
  !query.has('TollfreePhoneNumberSid') || fields['TollfreePhoneNumberSid'] === query.get('TollfreePhoneNumberSid');

const account = String.raw`/2010-04-01/Accounts/AC\w+`;
const routes: readonly Route[] = [
  ...bundles('CustomerProfiles', kinds.profile),
  ...bundles('TrustProducts', kinds.product),
  ['POST', /^\/v1\/EndUsers$/, create(kinds.endUser)],
  ['GET', /^\/v1\/EndUsers\/(IT\w+)$/, fetch(kinds.endUser)],
  ['POST', /^\/v1\/EndUsers\/(IT\w+)$/, update(kinds.endUser)],
  ['POST', /^\/v1\/SupportingDocuments$/, create(kinds.document)],
  ['POST', /^\/v1\/a2p\/BrandRegistrations$/, create(kinds.brand)],
  ['GET', /^\/v1\/a2p\/BrandRegistrations$/, list(kinds.brand)],
  ['GET', /^\/v1\/a2p\/BrandRegistrations\/(BN\w+)$/, fetch(kinds.brand)],
  ['POST', /^\/v1\/a2p\/BrandRegistrations\/(BN\w+)$/, update(kinds.brand, 202)],
  ['POST', /^\/v1\/Services$/, create(kinds.service)],
  ['GET', /^\/v1\/Services$/, list(kinds.service)],
  ['POST', /^\/v1\/Services\/(MG\w+)\/Compliance\/Usa2p$/, createCampaign],
  [
    'GET',
    /^\/v1\/Services\/(MG\w+)\/Compliance\/Usa2p$/,
    (asked) => (asked.registry.get(asked.ids[0] ?? '') ? list(kinds.campaign, ofService)(asked) : 20404),
  ],
  ['GET', /^\/v1\/Services\/(MG\w+)\/Compliance\/Usa2p\/(QE\w+)$/, fetch(kinds.campaign, 1)],
  ['POST', /^\/v1\/Services\/(MG\w+)\/Compliance\/Usa2p\/(QE\w+)$/, update(kinds.campaign, 200, 1)],
  ['POST', /^\/v1\/Services\/(MG\w+)\/PhoneNumbers$/, addMember],
  ['GET', /^\/v1\/Services\/(MG\w+)\/PhoneNumbers\/(PN\w+)$/, fetchMember],
  ['POST', /^\/v1\/Tollfree\/Verifications$/, createVerification],
  ['GET', /^\/v1\/Tollfree\/Verifications$/, list(kinds.verification, ofNumber)],
  ['POST', new RegExp(`^${account}/Addresses\\.json$`), create(kinds.address)],
  ['POST', new RegExp(`^${account}/IncomingPhoneNumbers\\.json$`), buy],
  ['GET', new RegExp(`^${account}/IncomingPhoneNumbers\\.json$`), ownNumbers],
  ['DELETE', new RegExp(`^${account}/IncomingPhoneNumbers/(PN\\w+)\\.json$`), giveBack],
  ['GET', new RegExp(`^${account}/AvailablePhoneNumbers/[A-Z]{2}/(?:Local|TollFree)\\.json$`), available],
];

type Parts = Readonly<{
  registry: Registry;
  accountId: string;
  faults: Faults;
  pace: Readonly<{ goWrong: (response: ServerResponse, fault: Fault) => void }>;
}>;

const send = (response: ServerResponse, answer: Answered): void => {
  if (typeof answer === 'number') return answerError(response, answer);
  if (answer.body !== undefined) return answerJson(response, answer.status, answer.body);
  response.writeHead(answer.status).end();
};

/** Answers what is about registration; false where it is something else. */
export const registryApi =
  ({ registry, accountId, faults, pace: { goWrong } }: Parts) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
    if (!route) return false;
    const [, pattern, answer] = route;
    const ids = pattern.exec(path)?.slice(1) ?? [];
    readBody(request, (body) => {
      const fault = request.method !== 'GET' ? faults.next('create') : undefined;
      if (fault && !fault.accept) return goWrong(response, fault);
      const answered = answer({ registry, accountId, form: { ...parse(body) }, query: new URLSearchParams(query), ids, path });
      return fault ? goWrong(response, fault) : send(response, answered);
    });
    return true;
  };

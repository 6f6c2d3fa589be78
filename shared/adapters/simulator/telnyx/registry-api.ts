import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readBody } from '../answer.ts';
import type { Faults } from '../faults.ts';
import { goWrong } from './go-wrong.ts';
import { freeNumbers, type Registry } from '../registry.ts';
import { brandShown, campaignShown, numberCampaignShown, orderShown, verificationShown, uuidOf } from './registry-shapes.ts';

/** Telnyx's REST API for brands, campaigns and numbers, as far as registration goes. */

type Answered = Readonly<{ status: number; body: unknown }>;
type Fields = Readonly<Record<string, unknown>>;
type Asked = Readonly<{ registry: Registry; query: URLSearchParams; body: Fields; id: string }>;
type Route = readonly [method: string, path: RegExp, answer: (asked: Asked) => Answered];

const ok = (body: unknown): Answered => ({ status: 200, body });
const none: Answered = { status: 404, body: { errors: [{ code: '10005', title: 'Resource not found', detail: 'Resource not found' }] } };
const missing = (body: Fields, ...names: readonly string[]): Answered | undefined => {
  const lacking = names.filter((name) => typeof body[name] !== 'string' || body[name] === '');
  if (lacking.length === 0) return undefined;
  return { status: 422, body: { errors: lacking.map((name) => ({ code: '10004', title: 'Missing', detail: `${name} is required` })) } };
};
const listed = (records: readonly unknown[]): Answered => ok({ records, page: 1, totalRecords: records.length });

const createBrand = ({ registry, body }: Asked): Answered => {
  const lacking = missing(body, 'country', 'displayName', 'email', 'entityType', 'vertical');
  if (lacking) return lacking;
  const id = uuidOf(registry, `brand ${registry.all('brand').length} ${String(body['webhookURL'])}`);
  return ok(brandShown(registry, registry.add('brand', body, id), { isNew: true }));
};

const readBrand = ({ registry, id }: Asked): Answered => {
  const thing = registry.get(id);
  return thing?.kind === 'brand' ? ok(brandShown(registry, thing)) : none;
};

const feedback = ({ registry, id }: Asked): Answered => {
  const thing = registry.get(id);
  if (!thing) return none;
  const { said, code = 'OTHERS', field } = registry.fateOf(thing);
  const category =
    said === undefined ? [] : [{ id: code, displayName: code, description: said, fields: field === undefined ? [] : [field] }];
  return ok({ brandId: id, category });
};

const vettings = ({ registry, id }: Asked): Answered => {
  const thing = registry.get(id);
  if (!thing) return none;
  const { status, score } = registry.fateOf(thing);
  return ok(
    status === 'approved' && score !== undefined ? [{ evpId: 'AEGIS', vettingScore: score, vettedDate: '2026-01-01T00:00:00Z' }] : [],
  );
};

const change =
  (shown: (registry: Registry, thing: NonNullable<ReturnType<Registry['get']>>) => unknown) =>
  ({ registry, id, body }: Asked) => {
    const thing = registry.change(id, body);
    return thing ? ok(shown(registry, thing)) : none;
  };

const createCampaign = ({ registry, body }: Asked): Answered => {
  const lacking = missing(body, 'brandId', 'usecase', 'description');
  if (lacking) return lacking;
  const brand = registry.get(String(body['brandId']));
  if (!brand || registry.fateOf(brand).status !== 'approved')
    return { status: 400, body: { errors: [{ code: '10001', title: 'Bad request', detail: 'Brand is not eligible for this use case' }] } };
  const taken = registry.all('campaign').some(({ fields }) => fields['referenceId'] === body['referenceId']);
  if (taken) return { status: 409, body: { errors: [{ code: '10002', title: 'Conflict', detail: 'duplicate referenceId' }] } };
  const id = uuidOf(registry, `campaign ${String(body['referenceId'])}`);
  return ok(campaignShown(registry, registry.add('campaign', body, id), { isNew: true }));
};

const appeal = ({ registry, id, body }: Asked): Answered => {
  const thing = registry.get(id);
  if (!thing) return none;
  const { status } = registry.fateOf(thing);
  if (status !== 'rejected')
    return { status: 400, body: { errors: [{ code: '10015', title: 'Bad request', detail: `campaign is ${status}` }] } };
  registry.change(id, { appeal: body['appeal_reason'] });
  return ok({ appealed_at: new Date().toISOString() });
};

const numberId = (registry: Registry, number: string): string => registry.hexOf(`number ${number}`, 19).replaceAll(/\D/g, '7');

const order = ({ registry, body }: Asked): Answered => {
  const [{ phone_number: number = '' } = {}] = (body['phone_numbers'] ?? []) as readonly { phone_number?: string }[];
  const area = number.slice(2, 5);
  if (!freeNumbers(registry, area, 900).includes(number))
    return { status: 422, body: { errors: [{ code: '85006', title: 'Number unavailable', detail: 'The number is no longer available' }] } };
  registry.add('number', { number, profile: body['messaging_profile_id'] }, numberId(registry, number));
  const fields = { number, reference: body['customer_reference'] };
  return ok({
    data: orderShown(registry, registry.add('order', fields, uuidOf(registry, `order ${number} ${registry.all('order').length}`))),
  });
};

const orders = ({ registry, query }: Asked): Answered => {
  const wanted = query.get('filter[customer_reference]');
  const found = registry.all('order').filter(({ fields }) => wanted === null || fields['reference'] === wanted);
  return ok({ data: found.map((thing) => orderShown(registry, thing)), meta: { page_number: 1, total_pages: 1 } });
};

/** Requests are made in the portal; here by POST. */
const verify = ({ registry, body }: Asked): Answered => {
  const [{ phoneNumber = '' } = {}] = (body['phoneNumbers'] ?? []) as readonly { phoneNumber?: string }[];
  return ok(
    verificationShown(
      registry,
      registry.add('verification', { ...body, number: phoneNumber }, uuidOf(registry, `verification ${phoneNumber}`)),
    ),
  );
};

const verifications = ({ registry, query }: Asked): Answered => {
  const wanted = query.get('phone_number');
  const records = registry.all('verification').filter(({ fields }) => wanted === null || fields['number'] === wanted);
  return ok({ records: records.map((one) => verificationShown(registry, one)), total_records: records.length });
};

const available = ({ registry, query }: Asked): Answered => {
  const area = query.get('filter[national_destination_code]') ?? '208';
  const contains = query.get('filter[phone_number][contains]') ?? '';
  const limit = Number(query.get('filter[limit]') ?? 10);
  const found = freeNumbers(registry, area, 900).filter((number) => number.includes(contains));
  const data = found.slice(0, limit).map((number) => ({
    record_type: 'available_phone_number',
    phone_number: number,
    region_information: [{ region_type: 'state', region_name: 'ID' }],
  }));
  return ok({ data, meta: { total_results: data.length } });
};

const ownNumbers = ({ registry, query }: Asked): Answered => {
  const wanted = query.get('filter[phone_number]');
  // a number is there when its order is done
  const open = new Set(registry.all('order').flatMap((one) => (registry.fateOf(one).status === 'pending' ? [one.fields['number']] : [])));
  const data = registry
    .all('number')
    .filter(({ fields }) => !open.has(fields['number']) && (wanted === null || fields['number'] === wanted));
  const shown = data.map(({ id, fields }) => ({ id, record_type: 'phone_number', phone_number: fields['number'], status: 'active' }));
  return ok({ data: shown, meta: { page_number: 1, total_pages: 1 } });
};

const assign = ({ registry, body }: Asked): Answered => {
  const number = String(body['phoneNumber']);
  const campaign = registry.get(String(body['campaignId']));
  const own = registry.all('number').find(({ fields }) => fields['number'] === number);
  if (!campaign || !own) return none;
  const id = `assignment ${number}`;
  if (registry.get(id)) registry.remove(id);
  return ok(numberCampaignShown(registry, registry.add('assignment', body, id), { isNew: true }));
};

const readAssignment = ({ registry, id }: Asked): Answered => {
  const thing = registry.get(`assignment ${id}`);
  return thing ? ok(numberCampaignShown(registry, thing)) : none;
};

const removeAssignment = (asked: Asked): Answered => {
  const answer = readAssignment(asked);
  asked.registry.remove(`assignment ${asked.id}`);
  return answer;
};

const removeNumber = ({ registry, id }: Asked): Answered => {
  const thing = registry.get(id);
  if (!thing) return none;
  registry.remove(id);
  return ok({ data: { id, status: 'deleted' } });
};

const routes: readonly Route[] = [
  ['POST', /^\/v2\/10dlc\/brand$/, createBrand],
  [
    'GET',
    /^\/v2\/10dlc\/brand$/,
    ({ registry, query }) =>
      listed(
        registry
          .all('brand')
          .filter(({ fields }) => fields['displayName'] === query.get('displayName'))
          .map((one) => brandShown(registry, one)),
      ),
  ],
  ['GET', /^\/v2\/10dlc\/brand\/feedback\/([^/]+)$/, feedback],
  ['GET', /^\/v2\/10dlc\/brand\/([^/]+)\/externalVetting$/, vettings],
  ['GET', /^\/v2\/10dlc\/brand\/([^/]+)$/, readBrand],
  ['PUT', /^\/v2\/10dlc\/brand\/([^/]+)$/, change(brandShown)],
  ['POST', /^\/v2\/10dlc\/campaignBuilder$/, createCampaign],
  [
    'GET',
    /^\/v2\/10dlc\/campaign$/,
    ({ registry, query }) =>
      listed(
        registry
          .all('campaign')
          .filter(({ fields }) => fields['brandId'] === query.get('brandId'))
          .map((one) => campaignShown(registry, one)),
      ),
  ],
  [
    'GET',
    /^\/v2\/10dlc\/campaign\/([^/]+)$/,
    ({ registry, id }) => {
      const thing = registry.get(id);
      return thing ? ok(campaignShown(registry, thing)) : none;
    },
  ],
  ['PUT', /^\/v2\/10dlc\/campaign\/([^/]+)$/, change(campaignShown)],
  ['POST', /^\/v2\/10dlc\/campaign\/([^/]+)\/appeal$/, appeal],
  ['POST', /^\/v2\/10dlc\/phone_number_campaigns$/, assign],
  ['PUT', /^\/v2\/10dlc\/phone_number_campaigns\/([^/]+)$/, assign],
  ['GET', /^\/v2\/10dlc\/phone_number_campaigns\/([^/]+)$/, readAssignment],
  ['DELETE', /^\/v2\/10dlc\/phone_number_campaigns\/([^/]+)$/, removeAssignment],
  ['POST', /^\/v2\/messaging_tollfree\/verification\/requests$/, verify],
  ['GET', /^\/v2\/messaging_tollfree\/verification\/requests$/, verifications],
  ['GET', /^\/v2\/available_phone_numbers$/, available],
  ['POST', /^\/v2\/number_orders$/, order],
  ['GET', /^\/v2\/number_orders$/, orders],
  ['GET', /^\/v2\/phone_numbers$/, ownNumbers],
  [
    'PATCH',
    /^\/v2\/phone_numbers\/([^/]+)\/messaging$/,
    ({ registry, id, body }) => (registry.change(id, { profile: body['messaging_profile_id'] }) ? ok({ data: { id } }) : none),
  ],
  ['DELETE', /^\/v2\/phone_numbers\/([^/]+)$/, removeNumber],
];

const fieldsOf = (json: string): Fields => {
  try {
    return Object(JSON.parse(json || '{}')) as Fields;
  } catch {
    return {};
  }
};

/** Answers what is about registration; false where it is something else. */
export const telnyxRegistryApi =
  (registry: Registry, faults: Faults) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const found = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
    if (!found) return false;
    const [, pattern, answer] = found;
    const id = decodeURIComponent(pattern.exec(path)?.[1] ?? '');
    readBody(request, (json) => {
      const fault = request.method === 'POST' ? faults.next('create') : undefined;
      if (fault && !fault.accept) return goWrong(response, fault);
      const { status, body } = answer({ registry, query: new URLSearchParams(query), body: fieldsOf(json), id });
      return fault ? goWrong(response, fault) : answerJson(response, status, body);
    });
    return true;
  };

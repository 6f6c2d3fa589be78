import assert from 'node:assert/strict';
import { addNumber } from '#app/add-number.ts';
import { campaignProgress } from '#app/campaign-progress.ts';
import type { House } from '#app/house.ts';
import { assertRegistered, registeredSenders } from '#app/registered-senders.ts';
import { assignNumber } from '#app/assign-number.ts';
import { buyNumber } from '#app/buy-number.ts';
import { changeBrand } from '#app/change-brand.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { changeRegistration } from '#app/change-registration.ts';
import { lookAtRegistered } from '#app/look-at-registered.ts';
import { setSender } from '#app/set-sender.ts';
import { submitBrand } from '#app/submit-brand.ts';
import { submitRegistration } from '#app/submit-registration.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { goodBrand, goodRegistration } from '../support/registration-facts.ts';
import { suspendNumber, resumeNumber } from '#app/suspend-number.ts';
import { sendWork } from '#app/send-work.ts';
import { queueMessages, workItems } from '../support/house-queue.ts';
import { causeAt, phoneOf, register, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, receivedBy } from '../support/house-story.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';

const by = 'ana';
const dayMs = 86_400_000;
const number = sendNow.from ?? '';
/** Two in Idaho, one in Toronto, one in Vancouver, one in Puerto Rico. */
const recipients = [phoneOf(1), phoneOf(2), '+14165550123', '+16045550123', '+17875550123'];
const abroad = recipients.slice(2, 4);
const content = ['id,name,phone', ...recipients.map((phone, n) => `P${n},Person ${n},${phone}`), ''].join('\n');

describe('a number that is not registered for the United States', () => {
  let opened: RegisteringHouse;
  let house: House;
  let path: string;
  let campaignId: string;
  beforeEach(async () => {
    opened = await openRegisteringHouse({ mustBeRegistered: true });
    house = opened.house;
    await register(opened.test);
    ({ path, campaignId } = await queueMessages(opened.test, { definition: sendNow, content }));
  });
  afterEach(() => opened.close());

  const send = () => sendWork(house, path, causeAt(opened.test));
  const received = async () => [...(await receivedBy(opened.test)).keys()].toSorted();
  const later = (ms: number) => {
    const { clock } = opened.test;
    clock.set(new Date(Date.parse(clock.now()) + ms).toISOString());
    clock.passReal(ms);
  };
  const about = { number, companyId: testCompany, by };

  it('sends elsewhere and nothing there: what it would send there waits and says why', async () => {
    await send();
    assert.deepEqual(await received(), abroad.toSorted());
    const [item] = await workItems(opened.test);
    assert.deepEqual([item?.data.pending.length, item?.data.waits?.why], [3, 'registration']);
    const { waits } = await campaignProgress(house, { campaignId });
    assert.deepEqual(
      waits.map(({ why, messages }) => [why, messages]),
      [['registration', 3]],
    );
    assert.ok(opened.test.lines.some(({ message }) => message.includes('not registered for the United States')));
  });

  it('sends what waited, each once, when it is registered', async () => {
    await send();
    await addNumber(house, { ...about, registeredAs: 'CABC123' }, causeAt(opened.test));
    later(601_000);
    await send();
    assert.deepEqual(await received(), recipients.toSorted());
    assert.deepEqual(await workItems(opened.test), []);
    assert.ok([...(await receivedBy(opened.test)).values()].every((times) => times === 1));
  });

  it('ends what waits, with a code, when nobody registers it in time', async () => {
    await send();
    assert.deepEqual(await codesOf(opened.test, 'MessageExpired'), {});
    later(3 * dayMs);
    await send();
    assert.deepEqual(await codesOf(opened.test, 'MessageExpired'), { window_past: 3 });
    assert.deepEqual(await workItems(opened.test), []);
    assert.deepEqual(await received(), abroad.toSorted());
  });
  it('that is added without a registration sends nothing there', async () => {
    await addNumber(house, about, causeAt(opened.test));
    await send();
    assert.deepEqual(await received(), abroad.toSorted());
  });

  it('sends nothing there while somebody has suspended it', async () => {
    await addNumber(house, { ...about, registeredAs: 'CABC123' }, causeAt(opened.test));
    await suspendNumber(house, about, causeAt(opened.test));
    await send();
    assert.deepEqual(await received(), abroad.toSorted());
    await resumeNumber(house, about, causeAt(opened.test));
    later(601_000);
    await send();
    assert.deepEqual(await received(), recipients.toSorted());
  });

  it('sends no test message there either', async () => {
    const asked = { companyId: testCompany, channel: 'sms', from: number, to: phoneOf(1) } as const;
    await assert.rejects(assertRegistered(house, asked), { code: 'number_unregistered' });
    await assertRegistered(house, { ...asked, to: '+16045550123' });
    await assertRegistered(house, { ...asked, channel: 'voice' });
    for (const from of ['+18885550123', '+448085550123']) await assert.rejects(assertRegistered(house, { ...asked, from }));
  });
  it('that another company has registered is none of this one', async () => {
    await addNumber(
      house,
      { ...about, companyId: 'co_other', account: opened.twilioAccount, registeredAs: 'CABC123' },
      causeAt(opened.test),
    );
    await send();
    assert.deepEqual(await received(), abroad.toSorted());
  });
});

describe('a campaign that texts to the United States', () => {
  let opened: RegisteringHouse;
  let house: House;
  let asked = 0;
  const companyId = testCompany;
  const cause = () => ({ id: `req_c${(asked += 1)}`, now: opened.test.clock.now() });
  const about = { companyId, by };
  before(async () => {
    opened = await openRegisteringHouse({ mustBeRegistered: true });
    house = opened.house;
    await register(opened.test);
    await opened.decide('twilio', { kind: 'brand', status: 'approved', score: 80 });
    await changeBrand(house, { type: 'PutBrand', data: { ...about, brandId: 'brd_a', facts: goodBrand } }, cause());
    await submitBrand(house, { ...about, brandId: 'brd_a' }, cause());
    await lookAtRegistered(house, { kind: 'brand', companyId, id: 'brd_a' }, cause());
    const facts = { ...goodRegistration, useCase: 'LOW_VOLUME', subUseCases: ['CUSTOMER_CARE', 'ACCOUNT_NEWS'] };
    await changeRegistration(
      house,
      { type: 'PutRegistration', data: { ...about, brandId: 'brd_a', registrationId: 'reg_a', facts } },
      cause(),
    );
    await submitRegistration(house, { ...about, registrationId: 'reg_a' }, cause());
    await lookAtRegistered(house, { kind: 'registration', companyId, id: 'reg_a' }, cause());
    for (const one of [long, spare]) await buyNumber(house, { ...about, number: one }, cause());
    await assignNumber(house, { ...about, number: long, registrationId: 'reg_a' }, cause());
    await setSender(house, { kind: 'pool', companyId, poolId: 'pool_two', numbers: [long, spare] }, cause());
  });
  after(() => opened.close());

  const long = '+12085550100';
  const spare = '+12085550101';
  let made = 0;
  const approve = async (change: Partial<Definition>): Promise<void> => {
    const campaignId = `cmp_r${(made += 1)}`;
    const definition = { ...sendNow, from: long, ...change };
    await changeCampaign(house, companyId, { type: 'PutCampaign', data: { campaignId, definition } }, cause());
    await changeCampaign(house, companyId, { type: 'ApproveCampaign', data: { campaignId, approvedBy: by } }, cause());
    await changeCampaign(house, companyId, { type: 'ActivateCampaign', data: { campaignId } }, cause());
  };
  const text = { channel: 'sms', template: 'Hi {{ name }}' } as const;

  it('is approved when its numbers are under an approved registration, named or not', async () => {
    await approve({});
    await approve({ registration: 'reg_a' });
  });
  for (const [name, change, code, words] of [
    ['whose number nobody knows', { from: '+12085550188' }, 'senders_unregistered', /\+12085550188: nobody has said/],
    ['whose number is under no registration', { from: spare }, 'senders_unregistered', /\+12085550101: it is under no registration/],
    [
      'with a pool of which one is under none',
      { from: 'pool_two' },
      'senders_unregistered',
      /^[^0]*\+12085550101: it is under no registration/,
    ],
    ['by a toll-free number that nobody has verified', { from: '+18885550123' }, 'senders_unregistered', /\+18885550123/],
    ['by a number of another country', { from: '+448085550123' }, 'senders_unregistered', /\+448085550123/],
    ['of a registration that is not there', { registration: 'reg_b' }, 'registration_unknown', /has no reg_b/],
    ['of a registration that its number is not under', { registration: 'CABC123' }, 'senders_unregistered', /another registration/],
    ['that advertises under a registration for something else', { purpose: 'marketing' }, 'senders_unregistered', /not for what/],
    [
      'whose fallback texts by a number of its own',
      {
        channels: [
          {
            channel: 'email',
            from: 'a@clinic.example',
            template: { subject: 'Hi', text: 'Hi' },
            fallbacks: [{ afterMinutes: 5, ...text, from: spare }],
          },
        ],
        fields: { name: 'name', phone: 'phone', email: 'mail' },
      },
      'senders_unregistered',
      /\+12085550101/,
    ],
  ] as readonly (readonly [string, Partial<Definition>, string, RegExp])[])
    it(`is refused ${name}`, () =>
      assert.rejects(approve(change), (error: Refusal) => {
        assert.equal(error.code, code);
        assert.match(error.message, words);
        return true;
      }));
  it('is not asked about phones of another country, nor about other channels', async () => {
    await approve({ from: spare, region: 'GB' });
    await approve({ from: spare, channels: [{ channel: 'voice', template: 'Hi {{ name }}' }] });
  });
  it('is not resumed while its number is suspended', async () => {
    await approve({});
    const campaignId = `cmp_r${made}`;
    await changeCampaign(house, companyId, { type: 'PauseCampaign', data: { campaignId } }, cause());
    await suspendNumber(house, { ...about, number: long }, cause());
    const resume = () => changeCampaign(house, companyId, { type: 'ResumeCampaign', data: { campaignId } }, cause());
    await assert.rejects(resume(), { code: 'senders_unregistered' });
    await resumeNumber(house, { ...about, number: long }, cause());
    await resume();
  });
  it('may not be talked into another registration by naming one that was made elsewhere', () =>
    assert.rejects(addNumber(house, { ...about, number: long, registeredAs: 'CABC123' }, cause()), { code: 'number_registered' }));
  it('sends nothing there when its brand is suspended, and again when that is lifted', async () => {
    const may = async () => {
      opened.test.clock.passReal(3_000);
      return (await registeredSenders(house, { companyId, channel: 'sms' }, [long]))(long, phoneOf(1));
    };
    assert.equal(await may(), true);
    await opened.decide('twilio', { kind: 'brand', status: 'suspended', said: 'complaints' });
    await lookAtRegistered(house, { kind: 'brand', companyId, id: 'brd_a' }, cause());
    assert.equal(await may(), false);
    await opened.decide('twilio', { kind: 'brand', status: 'approved', score: 80 });
    await lookAtRegistered(house, { kind: 'brand', companyId, id: 'brd_a' }, cause());
    assert.equal(await may(), true);
  });
});

describe('a house whose network is simulated', () => {
  it('lets numbers send that nobody has said anything about', async () => {
    const opened = await openRegisteringHouse();
    await register(opened.test);
    const { path } = await queueMessages(opened.test, { definition: sendNow, content });
    await sendWork(opened.house, path, causeAt(opened.test));
    assert.equal((await receivedBy(opened.test)).size, recipients.length);
    await opened.close();
  });
});

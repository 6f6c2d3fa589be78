import assert from 'node:assert/strict';
import { addNumber } from '#app/add-number.ts';
import { campaignProgress } from '#app/campaign-progress.ts';
import type { House } from '#app/house.ts';
import { assertRegistered } from '#app/registered-senders.ts';
import { suspendNumber, resumeNumber } from '#app/suspend-number.ts';
import { sendWork } from '#app/send-work.ts';
import { queueMessages, workItems } from '../support/house-queue.ts';
import { causeAt, phoneOf, register, sendNow, testCompany } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';
import { openRegisteringHouse, type RegisteringHouse } from '../support/opened-registrar.ts';

const by = 'ana';
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
    await assertRegistered(house, { ...asked, from: '+18885550123' });
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

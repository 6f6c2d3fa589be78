import { campaignIdOf } from '#app/campaign-document.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { putAppointments } from '#app/put-appointments.ts';
import { remind } from '../../support/house-steps.ts';
import type { Samples } from './sample.ts';

export const appointmentSamples: Samples = async ({ companyId, house }) => {
  let causes = 0;
  const cause = () => ({ id: `req_sampleappointment${(causes += 1)}`, now: house.clock.now() });
  const definition = { ...remind, name: 'Calendar', fields: { ...remind.fields, appointment: 'booking' } };
  const campaign = campaignIdOf(companyId, definition.name);
  await changeCampaign(house, companyId, { type: 'PutCampaign', data: { campaignId: campaign, definition } }, cause());
  await changeCampaign(
    house,
    companyId,
    { type: 'ApproveCampaign', data: { campaignId: campaign, approvedBy: 'usr_test', version: 1 } },
    cause(),
  );
  await changeCampaign(house, companyId, { type: 'ActivateCampaign', data: { campaignId: campaign } }, cause());
  const fields = { phone: '+12085550111', firstName: 'Ana', appointmentDate: '2027-02-01', appointmentTime: '10:00' };
  const words = ['visit-1', 'visit-2'].map((id) => ({ id, campaigns: [campaign], fields }));
  await putAppointments(house, { companyId, by: 'key_sample', words }, cause());
  const path = { id: 'visit-1' };
  const body = { campaigns: [campaign], fields };
  return {
    putAppointment: { path, body, foreign: 404 },
    getAppointment: { path },
    cancelAppointment: { path: { id: 'visit-2' } },
    listAppointments: { query: { day: '2027-02-01', timezone: 'America/Boise' } },
    putAppointments: {
      foreign: 404,
      body: {
        appointments: [
          { id: 'visit-3', ...body },
          { id: 'visit-4', ...body },
        ],
      },
    },
  };
};

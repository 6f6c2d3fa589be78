/** The topics between the doors. A message on any of them is a hint of a few ids; `functions/doors.json` says who listens. */
export const topics = {
  dropFinalized: 'drop-finalized',
  packet: 'packet',
  campaignFire: 'campaign-fire',
  queueRows: 'queue-rows',
  sendNow: 'send-now',
  sendBulk: 'send-bulk',
  watchMessages: 'watch-messages',
  replyReceived: 'reply-received',
  logAppended: 'log-appended',
  notifyCustomer: 'notify-customer',
  callWebhooks: 'call-webhooks',
  tickCampaigns: 'tick-campaigns',
  tickSends: 'tick-sends',
  registrarLooks: 'registrar-looks',
  sweep: 'sweep',
  maintain: 'maintain',
} as const;

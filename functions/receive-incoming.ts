import { receiveIncoming } from '#app/receive-incoming.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { warmReading } from '#app/warm-reading.ts';
import { answered, notTakenFrom, onHttp, problem } from './door.ts';

await warmReading();

/** Somebody wrote to a sender of ours. Answered when it is durable; what it means is read afterwards. */
export default onHttp(async (request, { house, cause }) => {
  const name = request.url.split(/[/?]/)[3] ?? '';
  const provider = house.providerNamed(name);
  if (!provider?.readIncoming) return problem(404, 'provider_unknown', 'No provider of this name that takes messages is connected here.');
  const read = provider.readIncoming(request);
  if (read.kind === 'nothing') return answered(read.answer);
  if (read.kind === 'foreign') return notTakenFrom(read);
  if (read.kind === 'malformed') return problem(400, 'message_malformed', read.why);
  await Promise.all([
    ...read.messages.map((message) =>
      receiveIncoming(house, { ...message, provider: provider.name, ownReplies: provider.ownReplies, raw: request }, cause),
    ),
    ...(read.reports ?? []).map((report, n) =>
      receiveStatus(house, provider.name, { ...report, webhook: n === 0 ? { raw: request } : {} }, { ...cause, id: `${cause.id}:${n}` }),
    ),
  ]);
  return answered(read.answer);
});

import { receiveKeys } from '#app/receive-keys.ts';
import { isNotice, receiveNotice } from '#app/receive-notice.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { answered, notTakenFrom, onHttp, problem } from './door.ts';

/** A provider reports what became of a message, or says that a registration changed. Answered when the report is durable; what follows from it comes later. */
export default onHttp(async (request, { house, cause }) => {
  const name = request.url.split(/[/?]/)[3] ?? '';
  if (isNotice(request.url)) {
    const wrong = await receiveNotice(house, name, request, cause);
    return wrong ? problem(wrong.kind === 'foreign' ? 403 : 400, `notice_${wrong.kind}`, wrong.why) : { status: 204 };
  }
  const provider = house.providerNamed(name);
  if (!provider) return problem(404, 'provider_unknown', 'No provider of this name is connected here.');
  const read = provider.readReport(request);
  if (read.kind === 'nothing') return answered(read.answer);
  if (read.kind === 'foreign') return notTakenFrom(read);
  if (read.kind === 'malformed') return problem(400, 'report_malformed', read.why);
  const reports = [read.report, ...(read.also ?? [])];
  await Promise.all([
    read.follow?.(),
    ...reports.map((report, n) => {
      const [webhook, id] = n === 0 ? [{ raw: request }, cause.id] : [{}, `${cause.id}:${n}`];
      return receiveStatus(house, provider.name, { ...report, webhook }, { ...cause, id });
    }),
  ]);
  for (const report of reports.filter(({ keys }) => keys !== undefined))
    await receiveKeys(house, { provider: provider.name, report, raw: request }, cause);
  return answered(read.answer);
});

import { isNotice, receiveNotice } from '#app/receive-notice.ts';
import { takeReport } from '#app/take-report.ts';
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
  const taken = await takeReport(house, provider, request, cause);
  if (taken.kind === 'foreign') return notTakenFrom(taken);
  if (taken.kind === 'malformed') return problem(400, 'report_malformed', taken.why);
  return taken.kind === 'held' ? { status: 202 } : answered(taken.answer);
});

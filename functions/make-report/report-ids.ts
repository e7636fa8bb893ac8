import { reportId } from '../../shared/application/keys.ts';
import { parseLocationPath } from '../../shared/domain/location.ts';
import { parsePeriod } from '../../shared/domain/time/period.ts';

/** What log lines call a report: what was asked for, and the id that the ledger's keys and the mails' tags have. */
export function reportIds(request: { readonly location: string; readonly period: string }) {
  const { location, period } = request;
  const ref = parseLocationPath(location);
  const parsed = parsePeriod(period);
  return { location, kind: parsed.kind, period, ...(ref === undefined ? {} : { report: reportId(ref, parsed) }) };
}

import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import type { MadeReport, MakeOutcome } from '../../shared/application/make-report.ts';
import { languageFor } from '../../shared/rendering/language/language.ts';
import type { Container } from './container.ts';
import type { OnDemandRequest } from './event.ts';
import { reportIds } from './report-ids.ts';
import { countReport, logUnreachable, mailCounts } from './report-metrics.ts';
import { type RemainingMs, withinTime } from './time-left.ts';

export interface OnDemandAnswer {
  readonly outcome: 'archived' | 'mailed' | 'already-mailed' | 'held' | 'no-data';
  /** The report's files in the archive bucket. */
  readonly keys: readonly string[];
  readonly notes: readonly { readonly code: string; readonly text: string; readonly date?: string }[];
}

const MAIL_LATER = {
  code: 'mail_later',
  text: 'A mail could not go out now. Ask again in a while: mails that went out are not sent again.',
};

/** Makes the report that somebody asks for now. @throws MeterpostError what kept it from being made */
export async function answerOnDemand(
  { partsNow, log, metrics }: Container,
  request: OnDemandRequest,
  remainingMs: RemainingMs,
): Promise<OnDemandAnswer> {
  const { mail, resend, revise } = request;
  const options = { trigger: 'on-demand', mail, resend, revise } as const;
  const made = await fulfilRequest(withinTime(await partsNow(), remainingMs), request, options);
  countReport(metrics, made);
  log({ level: 'info', event: 'report_on_demand', ...reportIds(request), outcome: made.outcome, ...mailCounts(made) });
  logUnreachable(log, reportIds(request), made);
  return { outcome: publicOutcome(made.outcome), keys: made.keys, notes: notesOf(made) };
}

/** What is put off is archived all the same; the rest cannot come of a request that waits for nothing. */
function publicOutcome(outcome: MakeOutcome): OnDemandAnswer['outcome'] {
  switch (outcome) {
    case 'mailed':
    case 'already-mailed':
    case 'held':
    case 'no-data':
      return outcome;
    default:
      return 'archived';
  }
}

function notesOf({ report, outcome }: MadeReport): OnDemandAnswer['notes'] {
  if (report === undefined) return [];
  const language = languageFor(report.presentation.locale);
  const notes = report.notes.map((note) => ({
    code: note.code,
    text: language.noteText(note, report),
    ...(note.date === undefined ? {} : { date: note.date }),
  }));
  return outcome === 'mail-later' ? [...notes, MAIL_LATER] : notes;
}

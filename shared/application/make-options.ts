import type { ReportRequest } from './ports.ts';

/** Who asks, and for what: a scheduled report waits for its hour and its data, one on demand waits for nothing. */
export interface MakeOptions {
  readonly trigger: 'scheduled' | 'on-demand';
  readonly mail: boolean;
  /** Send a further copy to recipients who have had their mail; a number names the copy, which is then sent only once. */
  readonly resend?: boolean | number;
  /** Read all data again and make a new revision; a number names the revision, which is then made only once. */
  readonly revise?: boolean | number;
  /** Read a finished report's young data again, so many days after the period's end; a new revision only if it changed. */
  readonly recheckDay?: number;
  /** Read all data of a report again, for this reason; a new revision only if it changed. */
  readonly restate?: string;
  /** Only end the mails that were begun. */
  readonly resume?: boolean;
}

/** What a request means, whether it came through a queue or from the command line. */
export function optionsFor(request: ReportRequest): MakeOptions {
  const { recheckDay, mail = false, resend, revise, reason } = request;
  if (request.resume === true) return { trigger: 'on-demand', mail: true, resume: true };
  if (reason !== undefined) return { trigger: 'on-demand', mail, restate: reason };
  if (!isAskedFor(request)) {
    return { trigger: 'scheduled', mail: true, ...(recheckDay === undefined ? {} : { recheckDay }) };
  }
  return {
    trigger: 'on-demand',
    mail,
    ...(resend === undefined ? {} : { resend }),
    ...(revise === undefined ? {} : { revise }),
  };
}

/** True for what a person asks: no tick will ask for it again. */
export function isAskedFor({ mail, reason, resume }: ReportRequest): boolean {
  return mail !== undefined || reason !== undefined || resume === true;
}

/** Whether a new revision is to be made of data that is read again. */
export function makesRevision({ revise = false }: MakeOptions, latestRevision: number): boolean {
  return typeof revise === 'number' ? latestRevision < revise : revise;
}

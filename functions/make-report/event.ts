import * as z from 'zod';
import { jsonOrNothing } from '../../shared/application/json-or-nothing.ts';
import type { ReportRequest } from '../../shared/application/ports.ts';
import { parseReason } from '../../shared/application/restatement-reason.ts';
import { parseLocationPath } from '../../shared/domain/location.ts';
import { InvalidPeriodError, parsePeriod } from '../../shared/domain/time/period.ts';
import { validated } from '../validated.ts';

/** One message of the queue, as Lambda hands it over. */
export interface QueueRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** How often the message was received, this time included. */
  readonly receives: number;
}

/** What a person or a program asks for, without an address: the configuration alone says who gets the mail, or whose customers. */
export interface OnDemandRequest {
  readonly location: string;
  readonly period: string;
  readonly mail: boolean;
  readonly resend: boolean;
  readonly revise: boolean;
}

const location = z
  .string('is missing: write SOURCE/FLEET/ID')
  .max(300, 'is too long')
  .refine((text) => parseLocationPath(text) !== undefined, 'is not of the form SOURCE/FLEET/ID');

const WRITE_PERIOD = 'write it like 2026-11-19, 2026-W47, 2026-11 or 2026-10-15/2026-11-14';
const period = z
  .string(`is missing: ${WRITE_PERIOD}`)
  .max(40, 'is too long')
  .superRefine((text, context) => {
    try {
      parsePeriod(text);
    } catch (error) {
      if (!(error instanceof InvalidPeriodError)) throw error;
      // Not in its own words: they repeat what was written, and whatever is thrown ends in the log.
      context.addIssue(`is no period: ${WRITE_PERIOD}`);
    }
  });

const flag = (byDefault: boolean) => z.boolean('is neither true nor false').default(byDefault);

const ON_DEMAND = z.strictObject(
  { location, period, mail: flag(true), resend: flag(false), revise: flag(false) },
  'a request is an object',
);

const number = (least: number, most: number) => z.int().min(least).max(most).optional();

const reason = z.string().transform((text, context) => {
  try {
    return parseReason(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue(error.message);
    return z.NEVER;
  }
});

/** What a tick asks for; behind it, each with what belongs together, what a person asks for. */
const MESSAGE = z.union([
  z.strictObject({ location, period, recheckDay: number(1, 366) }),
  z.strictObject({ location, period, mail: z.boolean(), resend: number(2, 9_999), revise: number(1, 9_999) }),
  z.strictObject({ location, period, mail: z.boolean(), reason }),
  z.strictObject({ location, period, resume: z.literal(true) }),
  z.strictObject({ digest: z.literal(true) }),
]);

const RECORDS = z.object({
  Records: z.array(
    z
      .object({
        messageId: z.string(),
        receiptHandle: z.string(),
        body: z.string(),
        attributes: z.object({ ApproximateReceiveCount: z.string().regex(/^\d{1,9}$/) }),
      })
      .transform(({ attributes, ...record }) => ({ ...record, receives: Number(attributes.ApproximateReceiveCount) })),
  ),
});

export type MakeReportEvent =
  | { readonly kind: 'queue'; readonly records: readonly QueueRecord[] }
  | { readonly kind: 'on-demand'; readonly request: OnDemandRequest };

/** Tells a batch of the queue from a request on demand. @throws EventError for anything else */
export function parseEvent(event: unknown): MakeReportEvent {
  if (typeof event === 'object' && event !== null && 'Records' in event) {
    return { kind: 'queue', records: validated(RECORDS, event, 'This is no batch of an SQS queue.').Records };
  }
  const hint =
    'A request has location and period, and may have mail, resend and revise; the configuration alone says who gets the mail';
  return { kind: 'on-demand', request: validated(ON_DEMAND, event, `${hint}.`) };
}

/** What a message of the queue asks for: a report, or the digest for the operators. */
export type QueuedTask = { readonly kind: 'report'; readonly request: ReportRequest } | { readonly kind: 'digest' };

/** @throws EventError for a message that nobody of us has sent */
export function parseMessage(body: string): QueuedTask {
  const message = validated(MESSAGE, jsonOrNothing(body), 'This is no message of ours.');
  if ('digest' in message) return { kind: 'digest' };
  return { kind: 'report', request: withoutGaps(message) };
}

/** What is left out of a message is not there in a request either. */
function withoutGaps(message: Exclude<z.output<typeof MESSAGE>, { digest: true }>): ReportRequest {
  const given = Object.entries(message).filter(([, value]) => value !== undefined);
  return { location: message.location, period: message.period, ...Object.fromEntries(given) };
}

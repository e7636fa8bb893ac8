import * as z from 'zod';
import type { ReportRequest } from '../../shared/application/ports.ts';
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

/** What a person or a program asks for, without an address: who gets the mail stands in the configuration alone. */
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

const period = z
  .string('is missing: write it like 2026-11-19, 2026-W47, 2026-11 or 2026-10-15/2026-11-14')
  .max(40, 'is too long')
  .superRefine((text, context) => {
    try {
      parsePeriod(text);
    } catch (error) {
      if (!(error instanceof InvalidPeriodError)) throw error;
      context.addIssue(error.message);
    }
  });

const flag = (byDefault: boolean) => z.boolean('is neither true nor false').default(byDefault);

const ON_DEMAND = z.strictObject(
  { location, period, mail: flag(true), resend: flag(false), revise: flag(false) },
  'a request is an object',
);

const MESSAGE = z.union([
  z.strictObject({ location, period, recheckDay: z.int().min(1).max(366).optional() }),
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
    'A request has location and period, and may have mail, resend and revise; recipients come from the configuration alone';
  return { kind: 'on-demand', request: validated(ON_DEMAND, event, `${hint}.`) };
}

/** What a message of the queue asks for: a report, or the digest for the operators. */
export type QueuedTask = { readonly kind: 'report'; readonly request: ReportRequest } | { readonly kind: 'digest' };

/** @throws EventError for a message that nobody of us has sent */
export function parseMessage(body: string): QueuedTask {
  const message = validated(MESSAGE, jsonOrNothing(body), 'This is no message of ours.');
  if ('digest' in message) return { kind: 'digest' };
  const { recheckDay, ...request } = message;
  return { kind: 'report', request: recheckDay === undefined ? request : { ...request, recheckDay } };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import * as z from 'zod';
import { type Instant, InvalidTimeError, parseInstant } from '../../shared/domain/time/instant.ts';
import { validated } from '../validated.ts';

/** What the schedule sends, and what a person may send to have a tick at once. */
export interface Tick {
  /** The instant that the tick stands for; undefined for one that nobody scheduled. */
  readonly scheduledTime: Instant | undefined;
}

const TICK = z.strictObject(
  {
    scheduledTime: z
      .string('is not text')
      .transform((text, context) => {
        try {
          return parseInstant(text);
        } catch (error) {
          if (!(error instanceof InvalidTimeError)) throw error;
          context.addIssue('is not an instant such as 2026-11-20T12:00:00Z');
          return z.NEVER;
        }
      })
      .optional(),
  },
  'a tick is an object',
);

/** @throws EventError */
export function parseTick(event: unknown): Tick {
  const { scheduledTime } = validated(TICK, event ?? {}, 'A tick has scheduledTime, or nothing.');
  return { scheduledTime };
}

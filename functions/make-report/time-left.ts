import type { RequestParts } from '../../shared/application/fulfil-request.ts';
import { MeterpostError } from '../../shared/errors.ts';

/** Too little time was left to begin a step; the next run goes on with it, from what was kept. */
export class OutOfTimeError extends MeterpostError {
  override readonly name = 'OutOfTimeError';
  readonly retryable = true;
}

/** Milliseconds until Lambda ends the invocation. */
export type RemainingMs = () => number;

/** What a step may take at worst, and ten seconds to end in good order. */
const NEEDS_MS = {
  'open the location': 45_000,
  'read a day': 45_000,
  'render and archive': 30_000,
  'send a mail': 20_000,
  // A day's reading more, and then there still has to be time for the report itself.
  'read a day to compare with': 95_000,
};

export type Step = keyof typeof NEEDS_MS;

export function hasTimeFor(step: Step, remainingMs: RemainingMs): boolean {
  return remainingMs() >= NEEDS_MS[step];
}

/** The same parts, but no step begins that the time left might not see through. */
export function withinTime<Parts extends RequestParts>(parts: Parts, remainingMs: RemainingMs): Parts {
  const need = (step: Step) => {
    if (hasTimeFor(step, remainingMs)) return;
    throw new OutOfTimeError(`Too little time is left to ${step}. The next run goes on from what is kept.`);
  };
  return {
    ...parts,
    hasTimeToSend: () => hasTimeFor('send a mail', remainingMs),
    hasTimeToCompare: () => hasTimeFor('read a day to compare with', remainingMs),
    renderer: {
      async render(report, format, logo) {
        need('render and archive');
        return await parts.renderer.render(report, format, logo);
      },
    },
    async openLocation(ref) {
      need('open the location');
      const reader = await parts.openLocation(ref);
      return {
        ...reader,
        async readDay(day) {
          need('read a day');
          return await reader.readDay(day);
        },
      };
    },
  };
}

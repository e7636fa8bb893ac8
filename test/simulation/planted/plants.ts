import type { StageSettings } from '../stage.ts';
import * as rewirings from './rewirings.ts';

/** A passage of the product that is replaced in a copy of it; it must be there exactly once. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A bug that others have had, planted to see whether the simulation finds it. */
export interface Plant {
  readonly name: string;
  readonly edits?: readonly Edit[];
  readonly settings?: Partial<StageSettings>;
}

const MINUTE_MS = 60_000;

export const PLANTS: readonly Plant[] = [
  { name: 'the SDK sends up to three times', settings: { rewire: rewirings.sdkAttempts } },
  {
    name: 'a taken key (412) is always taken for another’s',
    edits: [
      {
        file: 'shared/application/create-once.ts',
        find: 'mine: Buffer.from(existing.bytes).equals(bytes)',
        replace: 'mine: existing.bytes === bytes',
      },
    ],
  },
  { name: '409 is taken for a key that exists', settings: { rewire: rewirings.conflictExists } },
  { name: 'ledger entries live for an hour', settings: { rewire: rewirings.ledgerExpires } },
  { name: 'a claim is deleted when its send fails', settings: { rewire: rewirings.claimDeletedOnError } },
  { name: 'the mark comes after the send', settings: { rewire: rewirings.markAfterSend } },
  { name: 'every worker’s claim looks the same', settings: { rewire: rewirings.anonymousClaims } },
  { name: 'a doubtful send is taken for a refused one', settings: { rewire: rewirings.doubtIsRefusal } },
  { name: 'the deadline is shorter than events may take', settings: { workerDeadlineMs: MINUTE_MS } },
  {
    name: 'a day is 24 hours',
    edits: [
      {
        file: 'shared/domain/time/local-day.ts',
        find: 'const end = startOfLocalDay(plusDays(date, 1), zone);',
        replace: 'const end = instantFromMs(start + 86_400_000);',
      },
    ],
  },
  {
    name: 'the end of a time window is not less one second',
    edits: [
      {
        file: 'shared/adapters/curb-fleet/time-window.ts',
        find: 'endEpochSeconds: epochSeconds(day.end) - 1',
        replace: 'endEpochSeconds: epochSeconds(day.end)',
      },
    ],
  },
  {
    name: 'the planner looks at a window instead of catching up',
    settings: { rewire: rewirings.windowInsteadOfCatchingUp },
  },
];

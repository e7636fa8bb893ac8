import type { Command } from '../command-line/command.ts';
import { backfill } from './backfill.ts';
import { checkConfig } from './check-config.ts';
import { demo } from './demo.ts';
import { plan } from './plan.ts';
import { redrive } from './redrive.ts';
import { report } from './report.ts';
import { resolve } from './resolve.ts';
import { restate } from './restate.ts';
import { simulate } from './simulate.ts';
import { status } from './status.ts';
import { tick } from './tick.ts';
import { why } from './why.ts';

/** In the order of the help. */
export const ALL_COMMANDS: readonly Command[] = [
  demo,
  tick,
  report,
  backfill,
  plan,
  status,
  why,
  resolve,
  redrive,
  restate,
  checkConfig,
  simulate,
];

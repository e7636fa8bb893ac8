/**
 * Checks zones in a process of its own, so that it can be done under another host time zone: a `ZoneCheckRequest` comes in on
 * stdin, a `ZoneCheckReport` goes out on stdout.
 */
import { text } from 'node:stream/consumers';
import type { ZoneRules } from './intl-zone-rules.ts';
import { productClock } from './product-clock.ts';
import { checkZone, type DayChoice } from './zone-day-check.ts';

export interface ZoneCheckRequest {
  readonly which: DayChoice;
  readonly zones: readonly ZoneRules[];
}

export interface ZoneCheckReport {
  /** What the process takes for its own zone, and its offset in minutes in July 2020: proof that TZ took hold. */
  readonly hostZone: string;
  readonly hostOffsetInJuly: number;
  readonly zones: number;
  readonly days: number;
  readonly changes: number;
  readonly differences: number;
  readonly samples: readonly string[];
  readonly cpuSeconds: number;
}

const request = JSON.parse(await text(process.stdin)) as ZoneCheckRequest;
const results = request.zones.map((rules) => checkZone(productClock, rules, request.which));
const sum = (of: 'days' | 'changes' | 'differences'): number =>
  results.reduce((total, result) => total + result[of], 0);
const { user, system } = process.cpuUsage();
const report: ZoneCheckReport = {
  hostZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  hostOffsetInJuly: new Date(2020, 6, 1).getTimezoneOffset(),
  zones: results.length,
  days: sum('days'),
  changes: sum('changes'),
  differences: sum('differences'),
  samples: results.flatMap((result) => result.samples).slice(0, 20),
  cpuSeconds: (user + system) / 1e6,
};
process.stdout.write(JSON.stringify(report));

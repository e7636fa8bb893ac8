import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ZoneCheckReport, ZoneCheckRequest } from './host-zone-child.ts';
import { findZoneRules, type ZoneRules } from './intl-zone-rules.ts';
import type { DayChoice } from './zone-day-check.ts';

/** Hosts without and with clock changes, one of half an hour, one that left out a date. */
export const HOST_ZONES = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'] as const;

const HOUR_MS = 3_600_000;

/** The rules of all zones that this runtime lists. The two nearest changes of one zone in these years are 20 days apart (Cairo, 2010). */
export function rulesOfAllZones(stepHours: number): ZoneRules[] {
  const [from, to] = [Date.UTC(2004, 11, 20), Date.UTC(2036, 0, 15)];
  return Intl.supportedValuesOf('timeZone').map((zone) => findZoneRules(zone, from, to, stepHours * HOUR_MS));
}

/** Runs the check in a process for each host zone, two at a time. */
export async function checkUnderHostZones(zones: readonly ZoneRules[], which: DayChoice): Promise<ZoneCheckReport[]> {
  const request = JSON.stringify({ which, zones } satisfies ZoneCheckRequest);
  const waiting = [...HOST_ZONES.entries()];
  const reports: ZoneCheckReport[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      reports[next[0]] = await checkUnderHostZone(next[1], request);
    }
  };
  await Promise.all([work(), work()]);
  return reports;
}

function checkUnderHostZone(hostZone: string, request: string): Promise<ZoneCheckReport> {
  const script = fileURLToPath(new URL('host-zone-child.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, TZ: hostZone, NODE_OPTIONS: '' } };
    const child = execFile(process.execPath, [script], options, (error, stdout, stderr) => {
      if (error !== null) reject(error);
      else if (stderr !== '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout) as ZoneCheckReport);
    });
    child.stdin?.end(request);
  });
}

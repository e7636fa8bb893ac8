/**
 * Checks every local day of every zone from 2005 to 2035 under four host zones against Intl, prints the counts, and exits 1
 * when anything differs. It takes a few minutes of two processors.
 */
import { checkUnderHostZones, HOST_ZONES, rulesOfAllZones } from './check-under-host-zones.ts';

const STEP_HOURS = 6;

const zones = rulesOfAllZones(STEP_HOURS);
const reports = await checkUnderHostZones(zones, 'every');
for (const { hostZone, zones, days, changes, differences, samples, cpuSeconds } of reports) {
  const counts = `${zones} zones, ${days} days, ${changes} offset changes, ${differences} differences`;
  process.stdout.write(`host ${hostZone}: ${counts} (${cpuSeconds.toFixed(0)} s)\n`);
  for (const sample of samples) process.stdout.write(`  ${sample}\n`);
}
process.stdout.write(`time zone database ${process.versions['tz'] ?? 'unknown'}, Node.js ${process.version}\n`);

const complete = reports.length === HOST_ZONES.length && reports.every((report) => report.zones === zones.length);
process.exitCode = complete && reports.every((report) => report.differences === 0) ? 0 : 1;

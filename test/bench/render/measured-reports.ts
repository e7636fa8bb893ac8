import { homesFolder } from '../../../infra/local/simulator/homes/homes-folder.ts';
import type { SimulatedLocation } from '../../../infra/local/simulator/simulated-fleet.ts';
import { syntheticFleet } from '../../../infra/local/simulator/synthetic/synthetic-fleet.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import { simulatedReport } from '../../gallery/simulated-report.ts';
import { MEASURED_HOMES, measuredHomes } from '../../support/measured-homes.ts';

export interface BenchReports {
  /** Says whose they are. */
  readonly about: string;
  readonly month: Report;
  readonly day: Report;
}

/** A month and a day of a house with solar: a measured one where its readings lie beside the project, else a made-up one. */
export async function benchReports(): Promise<BenchReports> {
  const measured = measuredHomes().length === 0 ? [] : (await homesFolder(MEASURED_HOMES)).locations;
  const measuredPlace = measured.find(({ location }) => location.country === 'DEU');
  if (measuredPlace !== undefined) return await reportsOf(measuredPlace, 'measured', '2016-07', '2016-07-13');
  const { locations } = syntheticFleet(() => Date.UTC(2026, 10, 20, 12));
  const place = locations.find(({ location }) => location.timezone === 'America/Chicago');
  if (place === undefined) throw new Error('The simulator has no place in Chicago any more: name another one.');
  return await reportsOf(place, 'simulated', '2026-10', '2026-10-14');
}

async function reportsOf(place: SimulatedLocation, how: string, month: string, day: string): Promise<BenchReports> {
  const report = (period: string) => simulatedReport(place, { period, locale: 'en-GB', compares: false });
  return { about: `${place.location.label}, ${how}, ${month}`, month: await report(month), day: await report(day) };
}

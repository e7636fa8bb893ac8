import { type MetricQuery, windowStart } from './metric-query.ts';
import { QUARTER_SECONDS, type QuarterHour, quarterHourOf, storedWhAt } from './quarter-hours.ts';
import type { SimulatedSite } from './simulated-workspace.ts';
import type { WireMetricRow } from './wire-objects.ts';

export const METRICS = ['consumption', 'production', 'storage', 'emissions', 'generation', 'grid-energy'] as const;
export type MetricName = (typeof METRICS)[number];

/** Pounds of CO2 of a kWh more from the grid: of a gas-fired plant, roughly. */
const POUNDS_PER_KWH = 0.95;

const LABELS: Readonly<Record<MetricName, string>> = {
  consumption: 'energyConsumedWhr',
  production: 'energyProducedWhr',
  storage: 'charge',
  emissions: 'energyEmissions',
  // The API labels two metrics alike.
  generation: 'energyProducedWhr',
  'grid-energy': 'gridEnergy',
};

/** The body of a metric: one series a site where it is grouped so, else one a device, whatever they tell twice. */
export function metricBody(
  metric: MetricName,
  sites: readonly SimulatedSite[],
  query: MetricQuery,
  nowEpochSeconds: number,
  includesEnd: boolean,
) {
  const series = sites.flatMap((site): { id: string; rows: WireMetricRow[] }[] => {
    const rows = rowsOf(metric, site, query, nowEpochSeconds, includesEnd);
    const siteId = site.site.id;
    const owned = (deviceId: string | null) => rows.map((row) => ({ ...row, deviceId, siteId, customerId: null }));
    if (query.bySite) return [{ id: siteId, rows: owned(null) }];
    return devicesTelling(metric, site).map((deviceId) => ({ id: deviceId, rows: owned(deviceId) }));
  });
  const isEmissions = metric === 'emissions';
  const unit = isEmissions ? 'POUNDS_CO2' : 'WATT_HOURS';
  const displayUnit = isEmissions ? 'lbs_co2' : 'whr';
  const sparse = metric !== 'grid-energy' && metric !== 'storage';
  return {
    data: series.flatMap(({ rows }) => rows),
    meta: {
      label: LABELS[metric],
      unit,
      displayUnit,
      sparse,
      series: series.map(({ id }) => id),
      domainMeta: { label: LABELS[metric], sparse, rate: { unit, displayUnit, scaleFactor: 1 } },
    },
  };
}

/** A battery and an inverter both tell of the connection to the grid that they share. */
function devicesTelling(metric: MetricName, { site }: SimulatedSite): string[] {
  const type = metric === 'grid-energy' ? undefined : metric === 'generation' ? 'inverter' : 'battery';
  return (site.devices ?? []).filter((device) => type === undefined || device.type === type).map(({ id }) => id);
}

function rowsOf(
  metric: MetricName,
  simulated: SimulatedSite,
  { afterEpochSeconds, beforeEpochSeconds, windowSize }: MetricQuery,
  nowEpochSeconds: number,
  includesEnd: boolean,
): { ts: string; v: number }[] {
  const amounts = new Map<number, number>();
  const first = Math.ceil(afterEpochSeconds / QUARTER_SECONDS) * QUARTER_SECONDS;
  const end = Math.min(beforeEpochSeconds + (includesEnd ? 1 : 0), nowEpochSeconds - QUARTER_SECONDS + 1);
  for (let start = first; start < end; start += QUARTER_SECONDS) {
    const amount = amountOf(metric, simulated, start);
    if (amount === undefined) continue;
    const window = windowStart(start, windowSize);
    amounts.set(window, metric === 'storage' ? amount : (amounts.get(window) ?? 0) + amount);
  }
  return [...amounts].map(([start, amount]) => ({ ts: new Date(start * 1000).toISOString(), v: shown(amount) }));
}

function amountOf(metric: MetricName, simulated: SimulatedSite, start: number): number | undefined {
  const { place, site, batteryEmptyAtUtcHour } = simulated;
  if (metric === 'storage') return inTenths(storedWhAt(place, start, batteryEmptyAtUtcHour));
  const quarter = quarterHourOf(place, start);
  if (metric !== 'emissions') return quarter[FIELDS[metric]];
  if (site.location.country !== 'USA' || quarter.gridWh === undefined) return undefined;
  return (Math.max(0, quarter.gridWh) / 1000) * POUNDS_PER_KWH;
}

const FIELDS: Readonly<Record<Exclude<MetricName, 'storage' | 'emissions'>, keyof QuarterHour>> = {
  consumption: 'chargeWh',
  production: 'dischargeWh',
  generation: 'generationWh',
  'grid-energy': 'gridWh',
};

/** A level is read off, not added up. */
const inTenths = (levelWh: number | undefined) => levelWh && Math.round(levelWh * 10) / 10;

/** Without the noise of binary fractions. */
const shown = (amount: number) => Math.round(amount * 1e6) / 1e6 + 0;

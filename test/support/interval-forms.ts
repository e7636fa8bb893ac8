import { renderGreenButton } from '../../infra/local/green-button-file.ts';
import type { FileContents } from './interval-files.ts';
import type { MeasuredSeries } from './measured-series.ts';

/** A register as `location.json` describes it. */
export interface DescribedRegister {
  readonly id: string;
  readonly role: 'main' | 'circuit' | 'production';
}

export interface HomeInForms {
  readonly timeZone: string;
  readonly registers: readonly DescribedRegister[];
  readonly series: MeasuredSeries;
}

type Form = (home: HomeInForms) => FileContents;

/** The files of a location's folder that say the same in each form. */
export const FORMS: Readonly<Record<string, Form>> = {
  'a long CSV': (home) => ({ 'location.json': description(home), 'a.csv': longCsv(home.series) }),
  'a wide CSV': (home) => ({ 'location.json': description(home), 'a.csv': wideCsv(home.series) }),
  'Green Button': (home) => ({
    'location.json': description(home),
    ...Object.fromEntries(home.registers.map(({ id }, index) => [`${index}.xml`, greenButton(id, home.series)])),
  }),
  'a HAL archive': halArchive,
};

function description({ timeZone, registers }: HomeInForms) {
  const side = (role: string) => (role === 'production' ? { side: 'breaker' } : {});
  return { timeZone, registers: registers.map(({ id, role }) => ({ id, role, ...side(role) })) };
}

function longCsv({ keys, intervals, intervalSeconds }: MeasuredSeries): string {
  const rows = intervals.flatMap(({ startSeconds, wattsByKey }) =>
    keys.map((key) => {
      const watts = wattsByKey.get(key) ?? null;
      const energy = watts === null ? '' : (watts * intervalSeconds) / 3_600_000;
      return `${new Date(startSeconds * 1000).toISOString()},${key},${energy},${intervalSeconds}`;
    }),
  );
  return ['start,register_id,energy_kwh,interval_seconds', ...rows].join('\n');
}

function wideCsv({ keys, intervals, intervalSeconds }: MeasuredSeries): string {
  const rows = intervals.map(({ startSeconds, wattsByKey }) =>
    [startSeconds, startSeconds + intervalSeconds, ...keys.map((key) => wattsByKey.get(key) ?? '')].join(';'),
  );
  return [['start', 'end', ...keys.map((key) => `${key}_w`)].join(';'), ...rows].join('\r\n');
}

/** Both ways, as a meter counts them. */
function greenButton(key: string, { intervals, intervalSeconds }: MeasuredSeries): string {
  const flow = (flowDirection: 1 | 19, part: (watts: number) => number) => ({
    flowDirection,
    intervalSeconds,
    readings: intervals.flatMap(({ startSeconds, wattsByKey }) => {
      const watts = wattsByKey.get(key) ?? null;
      return watts === null ? [] : [{ startSeconds, energyWh: (part(watts) * intervalSeconds) / 3600 }];
    }),
  });
  const series = [flow(1, (watts) => Math.max(watts, 0)), flow(19, (watts) => Math.max(-watts, 0))];
  return renderGreenButton({ usagePointId: key, tzOffsetSeconds: 0, series }).replace(/<tzOffset>.*?<\/tzOffset>/, '');
}

export const HAL_CANARY = 'canary-websocket-password';
const OTHER = 'urn:energycurb:registers:curb:other';
const urn = (key: string) => `urn:energycurb:registers:curb:abc:0:${key}`;

/** Profiles, devices and minutes or hours as the service answered them. */
function halArchive({ timeZone, registers, series }: HomeInForms): FileContents {
  const group = (role: string) =>
    registers.filter((each) => each.role === role).map(({ id }) => ({ id: urn(id), multiplier: 1 }));
  const profile = {
    _links: { self: { href: '/api/profiles/7' }, device: { href: '/api/devices/9' } },
    id: 7,
    display_name: 'House seven',
    real_time: [{ _links: { ws: { href: `wss://abc:${HAL_CANARY}@mqtt.example:443` } } }],
    _embedded: { registers: { registers: registers.map(({ id }) => ({ id: urn(id), label: id, multiplier: 2 })) } },
    register_groups: { grid: group('main'), normals: group('circuit'), solar: group('production'), use: [] },
  };
  return {
    'location.json': { productionSide: 'breaker' },
    'profiles.json': { _links: { self: { href: '/api/user/1/profiles' } }, _embedded: { profiles: [profile] } },
    'devices.json': { devices: [{ _links: { self: { href: '/api/devices/9' } }, name: 'Home', timezone: timeZone }] },
    'entry.json': { _links: { devices: { href: '/api/user/1/devices' } } },
    'data.json': {
      _links: { self: { href: '/api/profiles/7/historical-data?unit=w' }, previous: { href: null } },
      results: [halResult(series, registers)],
    },
  };
}

/** Hours of a file of five minutes that repeats its hours. */
function halResult({ intervals, intervalSeconds }: MeasuredSeries, registers: readonly DescribedRegister[]) {
  const seconds = intervalSeconds === 60 ? 60 : 3600;
  const role = new Map(registers.map(({ id, role: each }) => [id, each]));
  const rows = intervals
    .filter(({ startSeconds }) => startSeconds % seconds === 0)
    .map(({ startSeconds, wattsByKey }) => {
      const signed = registers.map(({ id }) => (role.get(id) === 'main' ? 1 : -1) * (wattsByKey.get(id) ?? 0));
      const other = signed.reduce((sum, watts) => sum + watts, 0);
      return [startSeconds, ...registers.map(({ id }) => wattsByKey.get(id) ?? null), other];
    });
  const headers = ['timestamp', ...registers.map(({ id }) => urn(id)), OTHER];
  return { granularity: seconds === 60 ? '1T' : '1H', unit: 'w', since: 0, until: 0, headers, data: rows };
}

/** What a form calls a register. */
export const idIn = (form: string, key: string) => (form === 'a HAL archive' ? urn(key) : key);

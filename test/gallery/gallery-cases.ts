import { homesFolder } from '../../infra/local/simulator/homes/homes-folder.ts';
import type { SimulatedLocation } from '../../infra/local/simulator/simulated-fleet.ts';
import { syntheticFleet } from '../../infra/local/simulator/synthetic/synthetic-fleet.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import type { House } from '../support/house.ts';
import { MEASURED_HOMES, measuredHomes } from '../support/measured-homes.ts';
import { aReport, type ReportWishes } from '../support/report-builder.ts';
import { A_FACTOR, EVERYTHING } from '../support/tariff-builder.ts';
import { type SimulatedWishes, simulatedReport } from './simulated-report.ts';

/** A report worth looking at; made when it is its turn. */
export interface GalleryCase {
  /** Names its files. */
  readonly name: string;
  readonly about: string;
  make(): Promise<Report>;
}

/** New York's second hub was silent on the day before this instant, and on the 17th of the month before. */
const FLEET_TIME_MS = Date.UTC(2026, 10, 20, 12);
const ESTIMATES = { tariff: EVERYTHING, emissionFactor: A_FACTOR };

/** Every kind of report in every language, real homes where they lie beside the project, and what is hard to draw. */
export async function galleryCases(): Promise<GalleryCase[]> {
  return [...simulatedCases(), ...(await measuredCases()), ...HARD_CASES.map(hardCase)];
}

function simulatedCases(): GalleryCase[] {
  const fleet = syntheticFleet(() => FLEET_TIME_MS);
  const wanted: readonly (readonly [timeZone: string, name: string, wishes: SimulatedWishes])[] = [
    ['America/Chicago', 'month-solar-en-US', { period: '2026-10', locale: 'en-US', ...ESTIMATES }],
    ['America/Chicago', 'day-solar-en-US', { period: '2026-11-19', locale: 'en-US', ...ESTIMATES }],
    ['Europe/Berlin', 'month-de', { period: '2026-10', locale: 'de-DE', ...ESTIMATES }],
    ['Europe/Berlin', 'week-de', { period: '2026-W47', locale: 'de-DE' }],
    ['Europe/Paris', 'cycle-fr', { period: '2026-10-15/2026-11-14', locale: 'fr-FR', ...ESTIMATES }],
    ['Europe/Paris', 'day-fr', { period: '2026-11-19', locale: 'fr-FR' }],
    ['America/New_York', 'month-outage-es', { period: '2026-10', locale: 'es-US', ...ESTIMATES }],
    ['America/New_York', 'day-outage-es', { period: '2026-11-19', locale: 'es-US' }],
    ['Australia/Sydney', 'month-line-side-nb', { period: '2026-10', locale: 'nb-NO', ...ESTIMATES }],
    ['Australia/Sydney', 'day-line-side-en-GB', { period: '2026-11-19', locale: 'en-GB' }],
    ['Asia/Kathmandu', 'day-kathmandu', { period: '2026-11-19', locale: 'en-GB' }],
    ['Asia/Kathmandu', 'month-kathmandu', { period: '2026-10', locale: 'en-GB' }],
    ['Australia/Lord_Howe', 'day-lord-howe-24.5-h', { period: '2026-04-05', locale: 'en-AU' }],
    ['Australia/Lord_Howe', 'month-lord-howe', { period: '2026-10', locale: 'en-AU' }],
  ];
  return wanted.map(([timeZone, name, wishes]) => {
    const place = fleet.locations.find(({ location }) => location.timezone === timeZone);
    if (place === undefined) throw new Error(`no simulated place is in ${timeZone}`);
    return { name, about: `${place.location.label}, simulated`, make: () => simulatedReport(place, wishes) };
  });
}

async function measuredCases(): Promise<GalleryCase[]> {
  if (measuredHomes().length === 0) return [];
  const { locations } = await homesFolder(MEASURED_HOMES);
  const wanted: readonly (readonly [country: string, SimulatedWishes])[] = [
    ['DEU', { period: '2016-07', locale: 'de-DE', compares: false }],
    ['DEU', { period: '2016-10-30', locale: 'de-DE', compares: false }],
    ['CAN', { period: '2013-04', locale: 'en-CA', compares: false }],
    ['FRA', { period: '2007-01', locale: 'fr-FR', compares: false }],
  ];
  return wanted.flatMap(([country, wishes]) => {
    const place = locations.find((candidate: SimulatedLocation) => candidate.location.country === country);
    if (place === undefined) return [];
    const name = `measured-${country.toLowerCase()}-${wishes.period}`;
    return [{ name, about: `${place.location.label}, measured`, make: () => simulatedReport(place, wishes) }];
  });
}

const october = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ date: `2026-10-${String(from + index).padStart(2, '0')}` }));

const DEVICES: House = {
  circuits: [],
  hasBattery: true,
  readsDevices: true,
  resolutionSeconds: 900,
  sourceEmissions: { kgCO2: 3.2, method: 'marginal', publisher: 'WattTime' },
  alerts: [
    {
      id: 'a1',
      severity: 'WARNING',
      title: 'Battery <b>inverter</b> is too hot and has reduced its power until it has cooled down again',
      fromMs: Date.UTC(2026, 9, 9, 17, 40),
      toMs: Date.UTC(2026, 9, 10, 3),
    },
    { id: 'a2', severity: 'info', title: 'Firmware was updated', fromMs: Date.UTC(2026, 9, 12, 8), toMs: null },
  ],
};

const HOSTILE = [
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example")',
  'Kitchen \u202Egnp.exe',
  '👨‍👩‍👧‍👦 family 🔌',
  '東京のリビング',
  'مطبخ المنزل',
  'e\u0300\u0301\u0302\u0303\u0304'.repeat(40),
  'W'.repeat(500),
  'Heizungswärmepumpensteuerungsgerät im Keller hinten links neben der Treppe',
  '',
];

const HARD_CASES: readonly (readonly [name: string, about: string, wishes: ReportWishes])[] = [
  ['month-no-data', 'nothing was heard in the whole month', { house: { silences: october(1, 31) }, contact: null }],
  ['day-no-data', 'nothing was heard', { period: '2026-11-19', house: { silences: [{ date: '2026-11-19' }] } }],
  ['month-half', 'half a month is missing', { provisional: true, house: { silences: october(12, 27) }, compared: {} }],
  [
    'month-many-gaps',
    'some of every day is missing',
    {
      house: {
        silences: october(1, 31).map(({ date }, day) => ({ date, fromHour: day % 20, toHour: (day % 20) + 3 })),
      },
    },
  ],
  [
    'month-main-silent',
    'Other is withheld',
    { house: { silences: [{ date: '2026-10-09', fromHour: 3, toHour: 20, registerIds: ['main-1'] }] } },
  ],
  ['month-negative-other', 'the circuits say more than the mains', { house: { negativeOther: true } }],
  ['month-net-exporter', 'more goes out than comes in', { house: { size: 0.2, production: 6 }, ...ESTIMATES }],
  ['month-battery', 'solar and a battery', { house: { hasBattery: true }, ...ESTIMATES }],
  [
    'month-devices-en-US',
    'no circuits: solar and a battery read from their devices',
    { locale: 'en-US', house: DEVICES, tariff: EVERYTHING, compared: { lastYear: DEVICES, before: DEVICES } },
  ],
  [
    'month-devices-de',
    'the same in German, with gaps',
    { locale: 'de-DE', house: { ...DEVICES, silences: october(9, 9) } },
  ],
  [
    'day-devices-fr',
    'a day of it, with alerts and marginal emissions',
    { period: '2026-11-19', locale: 'fr-FR', house: DEVICES, compared: { before: DEVICES }, ...ESTIMATES },
  ],
  ['day-battery', 'circuits, solar and a battery', { period: '2026-11-19', house: { hasBattery: true }, ...ESTIMATES }],
  ['month-no-mains', 'circuits alone', { house: { hasMains: false, hasProduction: false } }],
  ['day-no-mains', 'circuits and solar', { period: '2026-11-19', house: { hasMains: false } }],
  ['month-mains-only', 'no circuits', { house: { circuits: [], hasProduction: false }, ...ESTIMATES }],
  [
    'month-120-circuits',
    '120 circuits',
    { locale: 'en-US', house: { circuits: Array.from({ length: 120 }, (_, index) => `Circuit ${index + 1}`) } },
  ],
  [
    'day-120-circuits',
    '120 circuits',
    { period: '2026-11-19', house: { circuits: Array.from({ length: 120 }, (_, index) => `Circuit ${index + 1}`) } },
  ],
  [
    'month-hostile',
    'names that mean no good',
    { label: HOSTILE[0] ?? '', organization: HOSTILE[7] ?? '', house: { circuits: HOSTILE } },
  ],
  [
    'month-provisional',
    'sent before all data was there',
    { provisional: true, house: { silences: [{ date: '2026-10-31', fromHour: 9 }] } },
  ],
  [
    'month-revision',
    'a second revision with what changed',
    {
      revision: 2,
      changes: [
        { total: 'consumption', registerId: null, label: null, beforeKWh: 1890.2, afterKWh: 1925.5 },
        { total: null, registerId: 'circuit-1', label: 'Heat pump', beforeKWh: null, afterKWh: 786.1 },
      ],
    },
  ],
  ['day-23-h', 'clocks go forward', { period: '2026-03-08', locale: 'en-US', compared: {} }],
  ['day-25-h', 'clocks go back', { period: '2026-11-01', locale: 'en-US', compared: {}, ...ESTIMATES }],
  [
    'month-declined',
    'a comparison that nobody may make',
    { house: { circuits: ['Heat pump', 'Sauna'] }, compared: { lastYear: {}, before: 'declined' } },
  ],
  ['cycle-half-year', 'half a year', { period: '2026-01-01/2026-06-30', house: { resolutionSeconds: 3600 } }],
];

const hardCase = ([name, about, wishes]: (typeof HARD_CASES)[number]): GalleryCase => ({
  name,
  about,
  make: async () => aReport(wishes),
});

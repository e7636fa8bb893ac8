import type { CsvFlavour, ReportSettings } from '../../application/configuration.ts';
import type { EmissionFactor } from '../../domain/money/emissions.ts';
import type { Tariff } from '../../domain/money/tariff.ts';
import type { ReportKind } from '../../domain/time/period.ts';
import { brandingOf, type FilesBeside } from './branding.ts';
import type { SettingsInFile } from './schema.ts';

/** What holds where the file says nothing. */
const BUILT_IN: ReportSettings = {
  locale: 'en-US',
  formats: ['pdf', 'csv'],
  sendAt: { daily: '06:00', weekly: '06:00', monthly: '06:00', cycle: '06:00' },
  maxWaitHours: { daily: 12, weekly: 24, monthly: 48, cycle: 48 },
  mailUpToDaysOld: { daily: 3, weekly: 14, monthly: 45, cycle: 45 },
  recheckDays: [1, 3, 7],
  mailRevisions: false,
  cycleStartDay: 1,
  comparisons: { previous: true, lastYear: true },
  tariff: null,
  emissionFactor: null,
};

/** What settings name, by its name. */
export interface NamedParts {
  readonly tariffs: ReadonlyMap<string, Tariff>;
  readonly emissionFactors: ReadonlyMap<string, EmissionFactor>;
  readonly files: FilesBeside;
}

/** Fills in what the file leaves out: a rule's settings over the file's defaults over the built-in ones, kind by kind. */
export function reportSettings(
  given: SettingsInFile,
  parts: NamedParts,
  base: ReportSettings = BUILT_IN,
): ReportSettings {
  const branding = brandingOf(given.branding, parts.files, base.branding);
  const mailPolicy = given.mailPolicy ?? base.mailPolicy;
  return {
    locale: given.locale === undefined ? base.locale : new Intl.Locale(given.locale).toString(),
    formats: given.formats === undefined ? base.formats : [...new Set(given.formats)],
    ...csvOf(given.csv ?? base.csv),
    sendAt: {
      daily: given.dailyAt ?? base.sendAt.daily,
      weekly: given.weeklyAt ?? base.sendAt.weekly,
      monthly: given.monthlyAt ?? base.sendAt.monthly,
      cycle: given.cycleAt ?? base.sendAt.cycle,
    },
    maxWaitHours: byKind(given.maxWaitHours, base.maxWaitHours),
    mailUpToDaysOld: byKind(given.mailUpToDaysOld, base.mailUpToDaysOld),
    recheckDays: given.recheckDays === undefined ? base.recheckDays : ascending(given.recheckDays),
    mailRevisions: given.mailRevisions ?? base.mailRevisions,
    cycleStartDay: given.cycleStartDay ?? base.cycleStartDay,
    comparisons: {
      previous: given.comparisons?.previous ?? base.comparisons.previous,
      lastYear: given.comparisons?.lastYear ?? base.comparisons.lastYear,
    },
    tariff: partNamed(given.tariff, parts.tariffs, base.tariff),
    emissionFactor: partNamed(given.emissionFactor, parts.emissionFactors, base.emissionFactor),
    ...(branding === undefined ? {} : { branding }),
    ...(mailPolicy === undefined ? {} : { mailPolicy }),
  };
}

/** The part of that name; what the base has where none is named, and nothing where the file says null. */
function partNamed<Part>(
  name: string | null | undefined,
  parts: ReadonlyMap<string, Part>,
  base: Part | null,
): Part | null {
  return name === undefined ? base : name === null ? null : (parts.get(name) ?? null);
}

const csvOf = (csv: CsvFlavour | undefined) => (csv === undefined ? {} : { csv });

type ByKind = Readonly<Record<ReportKind, number>>;

function byKind(given: SettingsInFile['maxWaitHours'], base: ByKind): ByKind {
  return {
    daily: given?.daily ?? base.daily,
    weekly: given?.weekly ?? base.weekly,
    monthly: given?.monthly ?? base.monthly,
    cycle: given?.cycle ?? base.cycle,
  };
}

const ascending = (days: readonly number[]) => [...new Set(days)].sort((a, b) => a - b);

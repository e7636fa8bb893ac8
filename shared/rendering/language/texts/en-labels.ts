import type { Texts } from '../texts.ts';

type Labels = Pick<
  Texts,
  | 'unnamed'
  | 'reportTitle'
  | 'kinds'
  | 'totals'
  | 'shortTotals'
  | 'roles'
  | 'qualities'
  | 'measuredCircuits'
  | 'sections'
  | 'columns'
  | 'marks'
  | 'mail'
>;

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const inFile = (fileKind: string | undefined) => (fileKind === undefined ? '' : `, see the ${fileKind}`);

export const englishLabels: Labels = {
  unnamed: '(no name)',
  reportTitle: 'Energy report',
  kinds: { daily: 'Daily report', weekly: 'Weekly report', monthly: 'Monthly report', cycle: 'Billing cycle report' },
  totals: {
    consumption: 'Consumption',
    production: 'Production',
    netGrid: 'Net from the grid',
    battery: 'Battery (net charging)',
    other: 'Other (not individually measured)',
    gridImport: 'Imported from the grid',
    gridExport: 'Exported to the grid',
    selfConsumption: 'Own production used',
  },
  shortTotals: {
    consumption: 'Used',
    production: 'Produced',
    netGrid: 'Net grid',
    battery: 'Battery',
    other: 'Other',
    gridImport: 'Imported',
    gridExport: 'Exported',
    selfConsumption: 'Own use',
    circuits: 'Circuits',
  },
  roles: { main: 'Mains', circuit: 'Circuit', production_register: 'Production', battery_register: 'Battery' },
  qualities: {
    measured: 'complete',
    partial: 'has gaps',
    missing: 'not known',
    not_applicable: 'not measured here',
  },
  measuredCircuits: 'Measured circuits',
  sections: {
    overview: 'At a glance',
    completeness: 'How complete is it?',
    dayByDay: 'Day by day',
    hourByHour: 'Hour by hour',
    heatMap: 'When energy was used',
    circuits: 'Where the energy went',
    largestCircuits: 'Largest circuits',
    registers: 'Mains, production and battery meters',
    reconciliation: 'Do the sums agree?',
    changes: 'What changed since the earlier report',
    attention: 'Please note',
    notes: 'Good to know',
    method: 'How this report is made',
    moreCircuits: (count) => (count === 1 ? '1 more circuit' : `${count} more circuits`),
  },
  columns: {
    date: 'Date',
    hours: 'Hours',
    circuit: 'Circuit',
    register: 'Meter',
    role: 'Kind',
    energy: 'kWh',
    share: 'Share',
    coverage: 'Data',
    quality: 'State',
    sum: 'Total',
    before: 'Before',
    after: 'Now',
    figure: 'Figure',
  },
  marks: {
    provisional: 'Provisional',
    revised: (revision) => `Revision ${revision}`,
    complete: 'Data complete',
    incomplete: 'Data incomplete',
    noData: 'No data',
    page: (page, pages) => `Page ${page} of ${pages}`,
    peak: 'Highest power',
    baseLoad: 'Always on',
    selfConsumption: 'Production used on site',
    selfSufficiency: 'Covered without the grid',
    residual: 'Difference',
    agrees: 'agrees',
    disagrees: 'needs a look',
    notSummed: 'Data is missing, so these do not add up to the consumption.',
    atLeastSign: '≥',
    withGapsSign: '≈',
    signsExplained: '≥ at least, ≈ with gaps: some of the data is missing.',
    timeZone: 'Time zone',
    repeatedHour: 'second time',
  },
  mail: {
    subject: (place, energy, when) => `${place}: ${energy} ${when}`,
    subjectWithoutFigure: (place, periodTitle) => `${place}: energy report, ${periodTitle}`,
    attached: (names) => `Attached: ${names}`,
    moreCircuits: (count, fileKind) => `${plural(count, 'more circuit', 'more circuits')}${inFile(fileKind)}`,
    moreNotes: (count, fileKind) => `${plural(count, 'more note', 'more notes')}${inFile(fileKind)}.`,
    moreChanges: (count, fileKind) => `${plural(count, 'more change', 'more changes')}${inFile(fileKind)}.`,
    daysInFile: (fileKind) => `The days are too many for a mail${inFile(fileKind)}.`,
    busiestHour: (from, to, energy) => `Most between ${from} and ${to}: ${energy}`,
    changed: (before, after) => `${before} before, ${after} now`,
    noDataInRow: 'no data',
  },
};

import path from 'node:path';
import type { Problem } from '../../shared/application/problem.ts';
import { type Instant, isoUtc } from '../../shared/domain/time/instant.ts';
import type { CommandResult, GlobalOptions } from './command-line/command.ts';
import { coverageText, reportData } from './show-reports.ts';
import { renderTable } from './table.ts';
import type { JobResult } from './work-off.ts';

export interface DemoOutcome {
  readonly now: Instant;
  /** Reports that this run worked on. */
  readonly made: number;
  /** The latest report of each place and kind. */
  readonly shown: readonly JobResult[];
  readonly problems: readonly Problem[];
  readonly folders: GlobalOptions;
}

/** A table of what lies in the folders now, and where to look first. */
export function demoSummary({ now, made, shown, problems, folders }: DemoOutcome): CommandResult {
  const { archiveFolder, outboxFolder } = folders;
  const first = lookFirst(shown, archiveFolder);
  const text = [
    renderTable(
      shown.map((result) => rowOf(result, archiveFolder)),
      [
        { title: 'place' },
        { title: 'zone' },
        { title: 'period' },
        { title: 'consumption', align: 'right' },
        { title: 'data', align: 'right' },
        { title: 'report.pdf, .csv, .json' },
      ],
    ),
    '',
    made === 0 ? 'Everything was there already: running it again changes nothing.' : `Worked on ${made} reports.`,
    ...(first === undefined ? [] : [`Look first at ${first}`]),
    `and at the mails in ${outboxFolder}${path.sep}: every .eml file opens in a mail program.`,
  ].join('\n');
  const data = {
    now: isoUtc(now),
    archiveFolder,
    outboxFolder,
    lookFirst: first ?? null,
    reports: shown.map(reportData),
    problems,
  };
  const missing = shown.flatMap(({ problem }) => problem ?? []);
  return { text, data, problems: [...problems, ...missing] };
}

function rowOf({ job, made }: JobResult, archiveFolder: string): string[] {
  const report = made?.report;
  if (report === undefined) return [job.ref.id, '', job.period.key, 'not made', '', ''];
  return [
    report.label,
    report.timeZone,
    job.period.key,
    report.consumption,
    coverageText(report),
    path.join(archiveFolder, path.posix.dirname(made?.keys[0] ?? '')),
  ];
}

/** The monthly report with the least of its data shows the most of what a report has to say. */
function lookFirst(shown: readonly JobResult[], archiveFolder: string): string | undefined {
  const monthly = shown.filter(({ job, made }) => job.period.kind === 'monthly' && made?.report !== undefined);
  const [first] = monthly.toSorted((a, b) => (a.made?.report?.coverage ?? 1) - (b.made?.report?.coverage ?? 1));
  const key = first?.made?.keys.find((each) => each.endsWith('.pdf'));
  return key === undefined ? undefined : path.join(archiveFolder, key);
}

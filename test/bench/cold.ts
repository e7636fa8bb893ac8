import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderTable } from '../../infra/local/table.ts';
import { type FirstAnswer, firstAnswers } from './cold/first-answers.ts';
import { EVERYTHING, FUNCTIONS, NOTHING, type ReadyTime, readyTimes } from './cold/ready-times.ts';
import { type Goal, goalsTable } from './measure/goals.ts';
import { writeResult } from './measure/result-file.ts';
import { ratio } from './measure/results-table.ts';
import { median } from './measure/statistics.ts';

/**
 * What it takes until a process that was just started is ready, and has answered its first event. The first argument is the
 * number of rounds.
 */
const rounds = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-cold-'));
const MOST_BYTES = 1_500_000;

const ready = await readyTimes(folder, rounds);
const answers = await firstAnswers(Math.ceil(rounds / 2));
const nothing = found(NOTHING);
const goals: Goal[] = [
  ...[
    { name: 'plan-reports', goal: 0.35 },
    { name: 'make-report', goal: 0.6 },
  ].map(
    ({ name, goal }): Goal => ({
      what: `${name} ready, as a share of ${EVERYTHING}`,
      bound: 'at most',
      goal,
      measured: ratio(found(name), found(EVERYTHING)),
    }),
  ),
  ...FUNCTIONS.map(
    (name): Goal => ({
      what: `${name}, MB`,
      bound: 'at most',
      goal: MOST_BYTES / 1e6,
      measured: found(name).bytes / 1e6,
    }),
  ),
];

const report = [
  'CPU time from the start of a process until its handler could be called.',
  readyTable(ready),
  'The same processes on the clock, and their first answer.',
  answersTable(answers),
  goalsTable(goals),
];
process.stdout.write(`${report.join('\n\n')}\n`);
const written = writeResult('cold', {
  ready: ready.map(({ name, bytes, cpuMs, wallMs }) => ({
    name,
    bytes,
    cpuMs: median(cpuMs),
    wallMs: median(wallMs),
  })),
  answers,
  goals,
});
process.stdout.write(`\n${written}\n`);
rmSync(folder, { recursive: true, force: true });

function found(name: string): ReadyTime {
  const one = ready.find((candidate) => candidate.name === name);
  if (one === undefined) throw new Error(`${name} was not measured.`);
  return one;
}

function readyTable(times: readonly ReadyTime[]): string {
  const rows = times.map((time) => [
    time.name,
    String(time.bytes),
    median(time.cpuMs).toFixed(0),
    (median(time.cpuMs) - median(nothing.cpuMs)).toFixed(0),
    ratio(time, found(EVERYTHING)).toFixed(2),
  ]);
  return renderTable(rows, [
    { title: 'bundle' },
    { title: 'bytes', align: 'right' },
    { title: 'CPU, ms', align: 'right' },
    { title: 'beyond nothing', align: 'right' },
    { title: '× all', align: 'right' },
  ]);
}

function answersTable(measured: readonly FirstAnswer[]): string {
  const rows = measured.map((answer) => [
    answer.title,
    ...[answer.codeBytes, answer.zippedBytes, answer.fontBytes].map(String),
    ...[answer.readyMs, answer.firstMs, answer.peakMB].map((amount) => amount.toFixed(0)),
  ]);
  const titles = ['code, B', 'gzip, B', 'fonts, B', 'ready, ms', 'first answer, ms', 'peak, MB'];
  return renderTable(rows, [
    { title: 'fresh process' },
    ...titles.map((title) => ({ title, align: 'right' }) as const),
  ]);
}

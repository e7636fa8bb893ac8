import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startAnswerServer } from './answer-server.ts';
import { CANARIES } from './base-answers.ts';
import type { Reading, ReadingJob, ReadingSummary } from './reading.ts';
import type { Endpoint, HostileCase } from './reply.ts';

export interface CorpusRun {
  /** One sentence for each case that did not end as it has to. */
  readonly escapes: readonly string[];
  readonly endings: Readonly<Record<'refused' | 'same' | 'marked', number>>;
  readonly uncaught: readonly string[];
  readonly strangerWasAsked: number;
  readonly peakBytes: number;
  readonly slowest: { readonly name: string; readonly ms: number };
  readonly cpuSeconds: number;
  readonly isPolluted: boolean;
}

const HEAP_MB = 80;
/** For what may be given up; what has to be read may take as long as a busy machine needs for it. */
const SOON_MS = 1_000;
const IN_TIME_MS = 20_000;

/** Serves each case to the real source in a process of its own, and judges what came of it. */
export async function runCorpus(
  cases: readonly HostileCase[],
  honest: Readonly<Record<Endpoint, string>>,
): Promise<CorpusRun> {
  const HONEST: readonly HostileCase[] = (['day', 'list'] as const).map((reads) => ({
    name: 'honest',
    replies: {},
    ending: 'same',
    reads,
  }));
  const served = [...HONEST, ...cases];
  const server = await startAnswerServer(served, honest);
  try {
    const jobs = served.map(({ reads, secure = false, ending }, number): ReadingJob => {
      const budgetMs = ending === 'refused' || ending === 'either' ? SOON_MS : IN_TIME_MS;
      return { number, reads, secure, budgetMs };
    });
    const summary = await readInChild({ origin: server.origin, jobs });
    return { ...judged(served, summary), strangerWasAsked: server.strangerWasAsked() };
  } finally {
    await server.close();
  }
}

async function readInChild(work: { origin: string; jobs: readonly ReadingJob[] }): Promise<ReadingSummary> {
  const script = fileURLToPath(new URL('reading-child.ts', import.meta.url));
  const limits = [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=4', '--disable-proto=delete'];
  const child = spawn(process.execPath, [...limits, script], {
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(JSON.stringify(work));
  const [out, trouble] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (trouble !== '') throw new Error(`The reading process said: ${trouble.slice(0, 2_000)}`);
  return JSON.parse(out) as ReadingSummary;
}

function judged(served: readonly HostileCase[], summary: ReadingSummary): Omit<CorpusRun, 'strangerWasAsked'> {
  const { readings, uncaught, peakBytes, cpuSeconds, isPolluted } = summary;
  const byNumber = new Map(readings.map((reading) => [reading.number, reading]));
  const honest = { day: figuresAt(byNumber.get(0)), list: figuresAt(byNumber.get(1)) };
  const escapes: string[] = [];
  const endings = { refused: 0, same: 0, marked: 0 };
  for (const [number, each] of served.entries()) {
    const reading = byNumber.get(number);
    const problem = reading === undefined ? 'never came back' : problemOf(each, reading, honest[each.reads], endings);
    if (problem !== undefined) escapes.push(`${each.name}: ${problem}`);
  }
  const slowest = { name: served[summary.slowest.number]?.name ?? '', ms: summary.slowest.ms };
  return { escapes, endings, uncaught, peakBytes, slowest, cpuSeconds, isPolluted };
}

function figuresAt(reading: Reading | undefined): string {
  if (reading === undefined || !('figures' in reading) || reading.marks.length > 0) {
    throw new Error(`The honest answers were not read: ${JSON.stringify(reading)}`);
  }
  return reading.figures;
}

function problemOf(
  { ending }: HostileCase,
  reading: Reading,
  honest: string,
  endings: { refused: number; same: number; marked: number },
): string | undefined {
  if ('error' in reading) {
    endings.refused += 1;
    if (!reading.isTyped) return `threw ${reading.error}, which is no error of ours: ${reading.message}`;
    if (CANARIES.test(reading.shown)) return `told what nobody may read: ${reading.message}`;
    if (reading.message.length > 600) return `made an error of ${reading.message.length} characters`;
    return ending === 'refused' || ending === 'either'
      ? undefined
      : `refused, and was to be ${ending}: ${reading.message}`;
  }
  const came = reading.figures === honest ? 'same' : 'marked';
  endings[came] += 1;
  if (came === 'marked' && reading.marks.length === 0) return `changed the figures without a word: ${reading.figures}`;
  if (ending === 'partial') return reading.marks.length > 0 ? undefined : 'says nothing of what is missing';
  if (ending === 'marked' && reading.marks.length > 0) return undefined;
  return ending === came || ending === 'either' ? undefined : `came out ${came}, and was to be ${ending}`;
}

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Column, renderTable } from '../../infra/local/table.ts';
import { meterpost, openPeerClients, type ReadMany, sequential } from './fetch/clients.ts';
import type { ParseInput } from './fetch/parse-child.ts';
import { type Fetched, timedInTurn } from './fetch/timings.ts';
import { type Goal, goalsTable } from './measure/goals.ts';
import { type Candidate, measureInterleaved } from './measure/interleaved.ts';
import { noiseInWords } from './measure/noise.ts';
import { writeResult } from './measure/result-file.ts';
import { median } from './measure/statistics.ts';

/**
 * Readings over the network: a month of days for 1, 50 and 200 locations from a process that answers about 8 KB in 30 ms,
 * with 4, 16 and 64 requests on their way, by meterpost's client and by others; what a day's answer costs to parse and to
 * judge; and how much memory a month's facts take. The first argument is the number of rounds of what is short.
 */
const rounds = Number(process.argv[2] ?? 15);
const LATENCY_MS = 30;
const DAYS = 31;
const LOCATIONS = [1, 50, 200];
const LIMITS = [4, 16, 64];
/** A client that is no better than others is asked for so many requests at most; what they took is the same for more. */
const MOST_FOR_PEERS = 50 * DAYS;

const child = spawn(process.execPath, [
  path.join(import.meta.dirname, 'fetch/slow-server-child.ts'),
  String(LATENCY_MS),
]);
const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
const [port = '', bodyBytes = ''] = line.trim().split(' ');
const origin = `http://127.0.0.1:${port}`;

const peers = await openPeerClients();
const installed = peers.flatMap(([name, read]) => (read === undefined ? [] : [[name, read] as const]));
const alone = new Map<string, ReadMany>([['meterpost', meterpost]]);
const withPeers = new Map([...alone, ...installed]);
// So that all of them run as compiled code, and the process that answers, too.
for (const read of withPeers.values()) await read(origin, 10 * DAYS, 16);

const from = { origin, latencyMs: LATENCY_MS };
const fetched = await timedInTurn(new Map([['one after the other', sequential]]), {
  ...from,
  requests: DAYS,
  atOnce: 1,
});
for (const locations of LOCATIONS) {
  for (const atOnce of LIMITS) {
    const requests = locations * DAYS;
    const clients = requests <= MOST_FOR_PEERS ? withPeers : alone;
    fetched.push(...(await timedInTurn(clients, { ...from, requests, atOnce })));
  }
}
child.kill();

const COLUMNS: readonly Column[] = [
  { title: 'client' },
  { title: 'requests', align: 'right' },
  { title: 'at once', align: 'right' },
  { title: 's', align: 'right' },
  { title: '× bound', align: 'right' },
  { title: 'CPU µs each', align: 'right' },
];
const overBound = ({ seconds, boundSeconds }: Fetched) => seconds / boundSeconds;
const rows = fetched.map((one) => [
  one.client,
  String(one.requests),
  String(one.atOnce),
  one.seconds.toFixed(2),
  overBound(one).toFixed(2),
  one.cpuMicrosecondsEach.toFixed(0),
]);

const parsing = (name: string, how: ParseInput['how']): Candidate => {
  const input: ParseInput = { how };
  return { name, program: path.join(import.meta.dirname, 'fetch/parse-child.ts'), input };
};
const { measured, noise } = await measureInterleaved(
  [parsing('JSON.parse', 'text'), parsing('parse and judge', 'judged')],
  { rounds, warmUpMs: 500, sampleMs: 60 },
);
const [parsed, judged] = measured;
const ratios = (judged?.cpuMs ?? []).map((ms, round) => ms / (parsed?.cpuMs[round] ?? Number.NaN));

const run = promisify(execFile);
async function peakMB(days: number): Promise<number> {
  const script = path.join(import.meta.dirname, 'fetch/memory-child.ts');
  const { stdout } = await run(process.execPath, [script, String(days)]);
  return (JSON.parse(stdout) as { peakMB: number }).peakMB;
}
const moreMB = (await peakMB(DAYS)) - (await peakMB(1));

const ours = fetched.filter(({ client, requests, atOnce }) => client === 'meterpost' && requests >= 10 * atOnce);
const busiest = fetched.filter(({ requests, atOnce }) => requests === MOST_FOR_PEERS && atOnce === Math.max(...LIMITS));
const secondsOf = (client: string) => busiest.find((one) => one.client === client)?.seconds ?? Number.NaN;
const toPeers: readonly Goal[] = installed.map(([name]) => ({
  what: `50 months, 64 requests at once, × ${name}`,
  bound: 'at most',
  goal: 1,
  measured: secondsOf('meterpost') / secondsOf(name),
}));
const goals: readonly Goal[] = [
  { what: 'a month × the bound, median', bound: 'at most', goal: 1.1, measured: median(ours.map(overBound)) },
  ...toPeers,
  { what: 'parse and judge × JSON.parse', bound: 'at most', goal: 1.2, measured: median(ratios) },
  { what: "a month's facts, MB more than a day's", bound: 'at most', goal: 64, measured: moreMB },
];
const missing = peers.flatMap(([name, read]) => (read === undefined ? [`Not installed: ${name}.`] : []));
const report = [
  `Answers of ${bodyBytes} bytes after ${LATENCY_MS} ms.`,
  renderTable(rows, COLUMNS),
  noiseInWords(noise),
  goalsTable(goals),
  ...missing,
];
process.stdout.write(`${report.join('\n\n')}\n${writeResult('fetch', { fetched, goals, noise })}\n`);

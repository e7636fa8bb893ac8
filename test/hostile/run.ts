/**
 * Serves hostile answers to the real source and prints what came of them; exits with 1 when anything escaped.
 *
 * node test/hostile/run.ts [--generated N] [--seed N]
 */
import { parseArgs } from 'node:util';
import { honestAnswers } from './answers/base-answers.ts';
import { generatedCases } from './answers/generated.ts';
import { HAND_PICKED } from './answers/hand-picked.ts';
import { type CorpusRun, runCorpus } from './answers/run-corpus.ts';

const { values } = parseArgs({
  options: { generated: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const MEBIBYTE = 2 ** 20;
const MOST_BYTES = 256 * MEBIBYTE;
const LONGEST_MS = 3_000;
/** As many as one process reads before its memory is judged. */
const BATCH = 2_500;

const print = (text: string) => void process.stdout.write(`${text}\n`);
const honest = await honestAnswers();
const generated = generatedCases(Number(values.generated), Number(values.seed), honest);
const batches = [
  { name: 'hand-picked', cases: HAND_PICKED },
  ...Array.from({ length: Math.ceil(generated.length / BATCH) }, (_, index) => ({
    name: `generated from ${index * BATCH}`,
    cases: generated.slice(index * BATCH, (index + 1) * BATCH),
  })),
];

let isGood = true;
for (const { name, cases } of batches) {
  const run = await runCorpus(cases, honest);
  const { refused, same, marked } = run.endings;
  print(`${name}: ${cases.length} answers, ${run.escapes.length} escapes, ${run.uncaught.length} uncaught errors`);
  print(`  ${refused} refused, ${same} read as if nothing were wrong, ${marked} read with a word about what is`);
  print(`  ${Math.round(run.peakBytes / MEBIBYTE)} MB at most; ${run.cpuSeconds.toFixed(1)} s of processor time`);
  print(`  the longest took ${(run.slowest.ms / 1000).toFixed(1)} s: ${run.slowest.name}`);
  for (const trouble of [...run.escapes, ...run.uncaught]) print(`  ! ${trouble.slice(0, 1_000)}`);
  isGood &&= isSafe(run);
}
print(isGood ? 'nothing escaped' : 'SOMETHING ESCAPED');
process.exitCode = isGood ? 0 : 1;

function isSafe(run: CorpusRun): boolean {
  const found = run.escapes.length + run.uncaught.length + run.strangerWasAsked + (run.isPolluted ? 1 : 0);
  return found === 0 && run.peakBytes < MOST_BYTES && run.slowest.ms < LONGEST_MS;
}

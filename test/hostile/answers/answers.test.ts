import { beforeAll, describe, expect, it } from 'vitest';
import { honestAnswers } from './base-answers.ts';
import { generatedCases } from './generated.ts';
import { HAND_PICKED } from './hand-picked.ts';
import { type CorpusRun, runCorpus } from './run-corpus.ts';

const GENERATED = 1_000;
const SEED = 20_261_121;
const MEBIBYTE = 2 ** 20;

describe('hostile answers, to the real source over real connections', { timeout: 180_000 }, () => {
  let run: CorpusRun;
  let names: readonly string[];
  beforeAll(async () => {
    const honest = await honestAnswers();
    const cases = [...HAND_PICKED, ...generatedCases(GENERATED, SEED, honest)];
    names = cases.map(({ name }) => name);
    run = await runCorpus(cases, honest);
  }, 180_000);

  it('are 600 that somebody thought of and 1,000 that were drawn, none twice', () => {
    expect(HAND_PICKED.length).toBeGreaterThanOrEqual(600);
    expect(names.length).toBe(HAND_PICKED.length + GENERATED);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are each refused with a typed error that repeats nobody, or read without changing a figure unseen', () => {
    expect(run.escapes).toEqual([]);
    const { refused, same, marked } = run.endings;
    expect(refused + same + marked).toBe(names.length + 2);
    // All three ways out are taken, so none of the checks is idle.
    for (const count of [refused, same, marked]) expect(count).toBeGreaterThan(25);
  });

  it('leave nothing uncaught, pollute no prototype, and send the token to nobody else', () => {
    expect(run).toMatchObject({ uncaught: [], isPolluted: false, strangerWasAsked: 0 });
  });

  it('never need 256 MB', () => {
    expect(run.peakBytes).toBeGreaterThan(32 * MEBIBYTE);
    expect(run.peakBytes).toBeLessThan(256 * MEBIBYTE);
  });
});

import { describe, expect, test } from 'vitest';
import { createProgress } from '../../../infra/local/progress.ts';
import { capturedStream } from './captured-stream.ts';

describe('progress that nobody watches', () => {
  test('is a plain line for each item', () => {
    const { stream, text } = capturedStream();
    const progress = createProgress(stream, () => 0);

    progress.begin(2, 'reports to make');
    progress.part('a 2026-10', 1, 31);
    progress.finish('a 2026-10', 'mailed');
    progress.finish('b 2026-10', 'not made');
    progress.end();

    expect(text()).toBe('2 reports to make\n1/2 a 2026-10: mailed\n2/2 b 2026-10: not made\n');
  });

  test('says nothing when there is nothing to do', () => {
    const { stream, text } = capturedStream();
    const progress = createProgress(stream, () => 0);

    progress.begin(0, 'reports to make');
    progress.end();

    expect(text()).toBe('');
  });
});

describe('progress that somebody watches', () => {
  function watched(columns = 80) {
    const captured = capturedStream({ isTTY: true, columns });
    let nowMs = 0;
    const progress = createProgress(captured.stream, () => nowMs);
    const at = (ms: number) => {
      nowMs = ms;
      return progress;
    };
    const last = () => captured.writes.at(-1)?.replace('\r\u001b[K', '');
    return { progress, at, last, ...captured };
  }

  test('is one line with a bar, what is being worked on, and an estimate of the time left', () => {
    const { progress, at, last } = watched();
    progress.begin(4, 'reports to make');
    expect(last()).toBe('[....................] 0/4 reports to make');

    at(1_000).part('a 2026-10', 15, 30);
    expect(last()).toBe('[##..................] 0/4 a 2026-10 (day 15 of 30)');

    at(10_000).finish('a 2026-10', 'mailed');
    expect(last()).toBe('[#####...............] 1/4 about 30 s left · a 2026-10: mailed');

    at(600_000).part('b 2026-10', 1, 1);
    expect(last()).toBe('[##########..........] 1/4 about 10 min left · b 2026-10 (day 1 of 1)');
  });

  test('counts the parts of items that are under way at the same time', () => {
    const { progress, at, last } = watched();
    progress.begin(2, 'reports to make');
    at(1_000).part('a', 1, 2);
    at(1_500).part('b', 1, 2);

    expect(last()).toBe('[##########..........] 0/2 b (day 1 of 2)');
  });

  test('does not draw more often than eyes can follow', () => {
    const { progress, at, writes } = watched();
    progress.begin(1, 'report to make');
    for (let ms = 1; ms < 100; ms += 1) at(ms).part('a', ms, 100);

    expect(writes).toHaveLength(1);
  });

  test('takes a terminal that does not say its width for one of 80 columns', () => {
    const { progress, last } = watched(0);
    progress.begin(1, 'x'.repeat(100));
    expect(last()).toHaveLength(79);
  });

  test('never runs over the end of the line, and leaves it clean', () => {
    const { progress, last, writes } = watched(30);
    progress.begin(1, 'report to make, and a long story about it');
    expect(last()).toHaveLength(29);

    progress.end();
    expect(writes.at(-1)).toBe('\r\u001b[K');
  });
});

import { expect, it } from 'vitest';
import { observedRenderer } from '../../../functions/make-report/observed-renderer.ts';
import type { Measurement } from '../../../shared/application/metrics.ts';
import type { ReportRenderer } from '../../../shared/application/ports.ts';
import { aReport } from '../../support/report-builder.ts';

it('measures what a file took to render and how large it is, and leaves its bytes alone', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  let nowMs = 0;
  const renderer: ReportRenderer = {
    async render() {
      nowMs += 40;
      return bytes;
    },
  };
  const measured: Measurement[] = [];
  const observed = observedRenderer(
    renderer,
    (one) => void measured.push(one),
    () => nowMs,
  );

  expect(await observed.render(aReport(), 'csv', null)).toBe(bytes);

  expect(measured).toEqual([
    { name: 'RenderMs', value: 40 },
    { name: 'ReportBytes', value: 3 },
  ]);
});

import type { Metrics } from '../../shared/application/metrics.ts';
import type { ReportRenderer } from '../../shared/application/ports.ts';

/**
 * Measures how long each file takes to render, and how large it is.
 * @param monotonicMs elapsed real milliseconds from any origin
 */
export function observedRenderer(
  renderer: ReportRenderer,
  metrics: Metrics,
  monotonicMs: () => number,
): ReportRenderer {
  return {
    async render(report, format, logo) {
      const beganMs = monotonicMs();
      const bytes = await renderer.render(report, format, logo);
      metrics({ name: 'RenderMs', value: monotonicMs() - beganMs });
      metrics({ name: 'ReportBytes', value: bytes.length });
      return bytes;
    },
  };
}

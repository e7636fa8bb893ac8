import { writeFileSync } from 'node:fs';
import type { Report } from '../../../shared/domain/report/report.ts';
import { openTypefaces } from '../../../shared/rendering/pdf/fonts.ts';
import { loadFonts } from '../../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../../shared/rendering/pdf/pdf-renderer.ts';
import { serveSamples } from '../measure/serve-samples.ts';
import { floorOf, renderingWithout } from './own-renderings.ts';

/** What is drawn, and how: a whole file, one without a part of it, or the least that has to be done for it. */
export interface OwnInput {
  readonly report: Report;
  readonly how: 'whole' | 'tags' | 'fonts' | 'floor';
  readonly file: string;
}

async function renderingOf({ report, how }: OwnInput): Promise<() => Uint8Array | Promise<Uint8Array>> {
  if (how === 'tags' || how === 'fonts') return renderingWithout(report, openTypefaces(loadFonts()), how);
  const renderer = createPdfRenderer({ fonts: loadFonts() });
  return how === 'whole' ? () => renderer.renderPdf(report) : floorOf(await renderer.renderPdf(report));
}

serveSamples(async (input: OwnInput) => {
  const render = await renderingOf(input);
  return { run: async () => writeFileSync(input.file, await render()) };
});

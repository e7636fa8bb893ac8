import { ownUseName } from '../../battery-lines.ts';
import { drawFacts, FACTS_HEIGHT, type Fact } from '../fact-strip.ts';
import type { Sheet } from '../sheet.ts';
import { writeHeading } from '../text-blocks.ts';

/** With the space below, without a heading. */
export const LOAD_SHAPE_HEIGHT = FACTS_HEIGHT + 6;

/** Peak, base load and how far the place fed itself, side by side. */
export function drawLoadShape(sheet: Sheet, heading?: string): void {
  const facts = factsOf(sheet);
  if (facts.length === 0) return;
  if (heading !== undefined) writeHeading(sheet, heading, FACTS_HEIGHT);
  drawFacts(sheet, facts);
}

function factsOf({ language, report }: Sheet): Fact[] {
  const { marks, pdf } = language.texts;
  const facts: Fact[] = [];
  if (report.peak !== null) {
    const when = language.dateTime(report.peak.start, report.timeZone);
    facts.push({
      name: marks.peak,
      value: language.power(report.peak.powerW),
      detail: pdf.peakDetail(when, language.count(report.peak.resolutionSeconds / 60)),
    });
  }
  if (report.baseLoadW !== null) {
    facts.push({ name: marks.baseLoad, value: language.power(report.baseLoadW), detail: pdf.baseLoadDetail });
  }
  if (report.totals.production.quality !== 'not_applicable' && report.hasMains) {
    const share = (name: string, value: number | null, detail: string) =>
      facts.push({ name, value: language.percent(value), detail: value === null ? pdf.unknownShare : detail });
    share(ownUseName(report, language, marks.selfConsumption), report.selfConsumptionShare, pdf.ofProduction);
    share(marks.selfSufficiency, report.selfSufficiencyShare, pdf.ofConsumption);
  }
  return facts;
}

import { PALETTE } from '../../palette.ts';
import { ensureRoom, type Sheet } from '../sheet.ts';
import { writeHeading, writeLines } from '../text-blocks.ts';
import { fitText, wrapText } from '../text-fitting.ts';
import { TYPE } from '../type-scale.ts';

interface ShapeFact {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
}

const HEIGHT = 56;

/** With the space below, without a heading. */
export const LOAD_SHAPE_HEIGHT = HEIGHT + 6;

/** Peak, base load and how far the place fed itself, side by side. */
export function drawLoadShape(sheet: Sheet, heading?: string): void {
  const { surface } = sheet;
  const facts = factsOf(sheet);
  if (facts.length === 0) return;
  if (heading !== undefined) writeHeading(sheet, heading, HEIGHT);
  ensureRoom(sheet, HEIGHT);
  const width = sheet.width / facts.length;
  for (const [index, fact] of facts.entries()) {
    const x = sheet.left + index * width;
    const y = sheet.y;
    surface.artifact(() =>
      surface.strokeLines({ colour: PALETTE.line, width: 0.8 }, [
        [
          { x, y: y + 2 },
          { x, y: y + HEIGHT - 10 },
        ],
      ]),
    );
    surface.content('P', () => {
      surface.writeText(`${fitText(surface, fact.name, TYPE.muted, width - 16)} `, x + 8, y + 9, TYPE.muted);
      surface.writeText(`${fact.value} `, x + 8, y + 25, { ...TYPE.cellStrong, size: 12.5 });
      const lines = wrapText(surface, fact.detail, TYPE.small, width - 16).slice(0, 2);
      writeLines(surface, lines, x + 8, y + 36.5, TYPE.small, 9.6);
    });
  }
  sheet.y += HEIGHT + 6;
}

function factsOf({ language, report }: Sheet): ShapeFact[] {
  const { marks, pdf } = language.texts;
  const facts: ShapeFact[] = [];
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
    share(marks.selfConsumption, report.selfConsumptionShare, pdf.ofProduction);
    share(marks.selfSufficiency, report.selfSufficiencyShare, pdf.ofConsumption);
  }
  return facts;
}

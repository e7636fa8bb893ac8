import { PALETTE } from '../../palette.ts';
import { horizontalLine } from '../horizontal-line.ts';
import type { Sheet } from '../sheet.ts';
import { writeAligned } from '../text-blocks.ts';
import { fitText } from '../text-fitting.ts';
import { TYPE } from '../type-scale.ts';

function footingOf({ language, report }: Sheet): string {
  const { organization, branding } = report.presentation;
  const footer = branding?.footer ?? null;
  return [language.label(organization), ...(footer === null ? [] : [language.operatorLine(footer)])].join(' · ');
}

/** Puts "page x of y" on every page, and from the second on what the page belongs to. */
export function drawPageFrames(sheet: Sheet): void {
  const { surface, language, report, left, right, width } = sheet;
  const pages = surface.pageCount;
  const place = language.label(report.location.label);
  const period = language.periodTitle(report);
  const besidePeriod = Math.min(width / 2, width - surface.widthOf(period, TYPE.muted) - 16);
  const footing = fitText(surface, footingOf(sheet), TYPE.small, width - 90);
  for (let page = 0; page < pages; page += 1) {
    surface.turnTo(page);
    surface.artifact(() => {
      const bottom = surface.page.height - 40;
      surface.strokeLines({ colour: PALETTE.line, width: 0.6 }, [horizontalLine(left, right, bottom)]);
      surface.writeText(footing, left, bottom + 13, TYPE.small);
      writeAligned(surface, language.texts.marks.page(page + 1, pages), right, bottom + 13, TYPE.small, 'right');
      if (page === 0) return;
      surface.writeText(fitText(surface, place, TYPE.bodyStrong, besidePeriod), left, 46, TYPE.bodyStrong);
      writeAligned(surface, period, right, 46, TYPE.muted, 'right');
      surface.strokeLines({ colour: report.presentation.branding?.accent ?? PALETTE.consumption, width: 0.8 }, [
        horizontalLine(left, right, 53),
      ]);
    }, 'Pagination');
  }
}

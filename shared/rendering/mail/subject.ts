import type { Report } from '../../domain/report/report.ts';
import { headlineDecimals, headlineFigure, isAboutGridAlone } from '../language/headline.ts';
import type { Language } from '../language/language.ts';
import { sanitised } from '../sanitise.ts';

const MAX_PLACE_GRAPHEMES = 40;
/** More than words of ours and the place come to in any language; what sets the mail apart stands at the end. */
const MAX_SUBJECT_GRAPHEMES = 180;

/** Place, headline figure and period, and what sets this mail apart: "Main House: 812 kWh in October 2026 (provisional)". */
export function subjectOf(report: Report, language: Language): string {
  const { mail } = language.texts;
  const place = sanitised(report.location.label, { maxGraphemes: MAX_PLACE_GRAPHEMES, empty: language.texts.unnamed });
  const figure = headlineFigure(report);
  const when = language.inPeriod(report);
  const sentence =
    figure.energyKWh === null
      ? mail.subjectWithoutFigure(place, language.periodTitle(report))
      : mail.subject(place, language.figure(figure, headlineDecimals(report)), when);
  const remarks = [
    ...(figure.energyKWh === null && !isAboutGridAlone(report) ? [mail.remarks.noData] : []),
    ...(report.provisional ? [mail.remarks.provisional] : []),
    ...(report.revision > 1 ? [mail.remarks.revised(report.revision)] : []),
  ];
  // Only plain spaces and no line breaks: a subject is a header.
  const subject = remarks.length === 0 ? sentence : `${sentence} (${remarks.join(', ')})`;
  return sanitised(subject, { maxGraphemes: MAX_SUBJECT_GRAPHEMES });
}

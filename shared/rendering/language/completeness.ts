import type { Note } from '../../domain/report/note.ts';
import type { Report } from '../../domain/report/report.ts';
import type { GapPhrases } from './gap-words.ts';
import { capitalised } from './initial-letter.ts';
import type { NumberFormats } from './number-formats.ts';
import type { Texts } from './texts.ts';

/** Gaps that the sentence names; the rest it counts. */
const NAMED_GAPS = 2;

/** One sentence on how much of the data is there and where it is missing. */
export function completenessOf(report: Report, texts: Texts, numbers: NumberFormats, gaps: GapPhrases): string {
  const words = texts.completeness;
  const days = report.days.length;
  const empty = report.days.filter((day) => day.quality === 'missing').length;
  if (empty === days) return words.nothing;

  const facts: string[] = [];
  if (days > 1) facts.push(words.completeDays(report.completeDays, days));
  facts.push(
    report.coverage === null
      ? words.notCounted
      : words.samples(numbers.coverage(report.coverage), numbers.count(report.generatedFrom.resolutionSeconds / 60)),
  );
  if (report.completeDays === days) return words.allThere(facts.join(', '));

  if (empty > 0) facts.push(words.emptyDays(empty));
  const known = report.notes.filter(isGap);
  facts.push(...known.slice(0, NAMED_GAPS).map((gap) => words.gap(gaps.when(gap, report), gaps.offline(gap) ?? '')));
  const more = known.length - Math.min(known.length, NAMED_GAPS) + countedGaps(report);
  if (more > 0) facts.push(words.moreGaps(more));
  if (known.length === 0 && empty === 0) facts.push(...registerGaps(report, texts));
  return `${capitalised(facts.join(texts.semicolon))}.`;
}

/** Registers can be silent while their hub is heard: then no stretch of the day is missing as a whole. */
function registerGaps(report: Report, texts: Texts): string[] {
  const withGaps = report.registers.filter((register) => register.quality !== 'measured').length;
  return withGaps === 0 ? [] : [texts.completeness.registersWithGaps(withGaps, report.registers.length)];
}

const isGap = (note: Note): note is Extract<Note, { code: 'gap' }> => note.code === 'gap';

const countedGaps = (report: Report) =>
  report.notes.reduce((sum, note) => sum + (note.code === 'more_gaps' ? note.count : 0), 0);

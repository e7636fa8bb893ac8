import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aReport } from '../../support/report-builder.ts';

const british = languageFor('en-GB');
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');

describe('a period', () => {
  it.each([
    ['2026-10', 'America/Chicago', 'October 2026', '1–31 October 2026, America/Chicago, 31 days, 744 h'],
    ['2026-10', 'Europe/Berlin', 'October 2026', '1–31 October 2026, Europe/Berlin, 31 days, 745 h'],
    ['2026-W47', 'UTC', 'Week 47, 16–22 November 2026', '16–22 November 2026, UTC, 7 days, 168 h'],
    ['2026-11-01', 'America/Chicago', 'Sunday, 1 November 2026', '1 November 2026, America/Chicago, 1 day, 25 h'],
    [
      '2026-10-04',
      'Australia/Lord_Howe',
      'Sunday, 4 October 2026',
      '4 October 2026, Australia/Lord_Howe, 1 day, 23.5 h',
    ],
    [
      '2026-10-15/2026-11-14',
      'Asia/Kathmandu',
      '15 October – 14 November 2026 (billing cycle)',
      '15 October – 14 November 2026, Asia/Kathmandu, 31 days, 744 h',
    ],
  ])('%s in %s has a title and a line', (period, timeZone, title, line) => {
    const report = aReport({ period, timeZone, house: { resolutionSeconds: 900 } });
    expect(british.periodTitle(report)).toBe(title);
    expect(spaced(british.periodLine(report))).toBe(line);
  });
});

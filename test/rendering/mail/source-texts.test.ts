import { describe, expect, it } from 'vitest';
import type { SourceAlert } from '../../../shared/domain/energy/day-readings.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { createMailComposer } from '../../../shared/rendering/mail/mail-composer.ts';
import { sanitised } from '../../../shared/rendering/sanitise.ts';
import { HOSTILE_LABELS } from '../../support/hostile-labels.ts';
import { readHtml } from '../../support/html-reader.ts';
import { aReport } from '../../support/report-builder.ts';

const LISTED = 6;
const FROM_MS = Date.UTC(2026, 10, 19, 12);
const composer = createMailComposer();

function reportTelling(texts: readonly string[]) {
  const alerts = texts.map((text, index): SourceAlert => {
    return { id: `a${index}`, severity: text, title: text, fromMs: FROM_MS + index, toMs: null };
  });
  const sourceEmissions = { kgCO2: 1.5, method: 'marginal' as const, publisher: texts[0] ?? '' };
  const house = { circuits: [], readsDevices: true, resolutionSeconds: 3600, alerts, sourceEmissions };
  return aReport({ period: '2026-11-19', house });
}

describe('what a source says in its own words', () => {
  const plainTags = readHtml(composer.compose(reportTelling(['Door open']), []).html).tags;

  it('is text and nothing else in a mail, whatever it is', () => {
    for (let from = 0; from < HOSTILE_LABELS.length; from += LISTED) {
      const report = reportTelling(HOSTILE_LABELS.slice(from, from + LISTED));
      const mail = composer.compose(report, []);
      const read = readHtml(mail.html);
      expect([...read.tags].filter((tag) => !plainTags.has(tag))).toEqual([]);
      expect(read.text).toContain('CO₂, marginal');
      expect(mail.text.split('\n').filter((line) => /[\r\u2028\u202E]/.test(line))).toEqual([]);
    }
  });

  it('is clipped to what a reader bears', () => {
    const report = reportTelling(['x'.repeat(100_000)]);
    const note = report.notes.find(({ code }) => code === 'source_alert');
    const text = note === undefined ? '' : languageFor('en').noteText(note, report);
    expect(text).toContain(`“${sanitised('x'.repeat(100_000))}”`);
    expect(text.length).toBeLessThan(250);
  });
});

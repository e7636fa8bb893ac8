import type { Report } from '../../../domain/report/report.ts';
import type { Language } from '../../language/language.ts';

export interface ChangeRow {
  readonly label: string;
  readonly text: string;
}

/** What a revision changed, each with the figure before and now. */
export function changeRows(report: Report, language: Language): ChangeRow[] {
  return report.changes.map((change) => ({
    label: change.total === null ? language.label(change.label ?? '') : language.totalLabel(change.total),
    text: language.texts.mail.changed(said(change.beforeKWh, language), said(change.afterKWh, language)),
  }));
}

const said = (energyKWh: number | null, language: Language) =>
  energyKWh === null ? language.reasonFor('missing') : language.energy(energyKWh);

import { locationPath } from '../../shared/domain/location.ts';
import type { FigureChange } from '../../shared/domain/report/changes.ts';
import { formatKWh, operatorLanguage } from './operator-language.ts';
import type { JobResult } from './work-off.ts';

/** What changed, for programs: a total by its name, a register by its id. */
export function changesData(changes: readonly FigureChange[]) {
  return changes.map(({ total, registerId, beforeKWh, afterKWh }) => ({ total, registerId, beforeKWh, afterKWh }));
}

/** What changed in each new revision. */
export function changesTexts(results: readonly JobResult[]): string[] {
  return results.flatMap(({ job, made }) => {
    if (made?.report === undefined) return [];
    return [changesText(`${locationPath(job.ref)} r${made.report.revision}`, made.report.changes)];
  });
}

export function changesText(about: string, changes: readonly FigureChange[]): string {
  if (changes.length === 0) return `${about}: nothing notable`;
  return [`${about}:`, ...changes.map((change) => `  ${lineOf(change)}`)].join('\n');
}

function lineOf({ total, label, beforeKWh, afterKWh }: FigureChange): string {
  const what = total ?? operatorLanguage().label(label ?? '');
  return `${what}: ${figure(beforeKWh)} → ${figure(afterKWh)} kWh`;
}

const figure = (energyKWh: number | null): string => (energyKWh === null ? 'not known' : formatKWh(energyKWh));

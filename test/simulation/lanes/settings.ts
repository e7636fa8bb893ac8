import type { ReportRule, ReportSettings } from '../../../shared/application/configuration.ts';
import { aRule } from '../../support/report-world.ts';

/** The defaults of all tests; without comparisons, whose many days read would hide the rest behind them. */
export const SETTINGS: ReportSettings = {
  ...aRule().settings,
  recheckDays: [1, 3, 7],
  comparisons: { previous: false, lastYear: false },
};

/** The same send time for all kinds. */
export function sentAt(time: string): Pick<ReportSettings, 'sendAt'> {
  return { sendAt: { daily: time, weekly: time, monthly: time, cycle: time } };
}

/** A rule for the locations of a group. */
export function ruleFor(
  group: string,
  kinds: ReportRule['kinds'],
  recipients: readonly string[],
  settings: ReportSettings,
): ReportRule {
  return {
    match: { source: 'fleet', fleet: 'demo', locations: '*', fields: { group } },
    kinds,
    recipients,
    settings,
  };
}

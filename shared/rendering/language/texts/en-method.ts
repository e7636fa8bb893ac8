import type { MethodTexts } from '../texts.ts';

export const englishMethod: MethodTexts = {
  source: (source, stepMinutes, timeZone) =>
    `Energies are those that ${source} reports, in samples of ${stepMinutes} minutes. A day runs from midnight to midnight of ${timeZone}.`,
  balance:
    'Consumption is net grid energy plus production minus battery charging. Other is consumption minus all measured circuits.',
  balanceWithoutCircuits: 'Consumption is net grid energy plus production minus battery charging.',
  circuitsOnly: 'The mains are not measured: the sum of the circuits stands in for consumption, and there is no Other.',
  flows: (stepMinutes) =>
    `Import, export, own use and the peak come from ${stepMinutes}-minute averages. Swings within ${stepMinutes} minutes cancel out, so a utility meter may count more of both import and export.`,
  battery: (stepMinutes) =>
    `What a battery charged and discharged is split from ${stepMinutes}-minute averages; what it stored is its own reading at midnight.`,
  baseLoad:
    'Always-on power is the level that 95 % of a day’s samples exceed, as the median of the days with at least 90 % of their data.',
  rounding:
    'Figures are rounded for print so that the parts add up to the printed total; the CSV and JSON files hold them in full.',
  accuracy: 'Measured with clamp sensors, which are not revenue-grade: these figures are an estimate, not a bill.',
  accuracyOfDevices:
    'Measured by the devices on site, such as inverter and battery, which are not revenue-grade: these figures are an estimate, not a bill.',
  readAt: (when) => `Data as received by ${when}.`,
  evidence: (revision, fingerprint, timeZoneDatabase) =>
    `Revision ${revision}, data fingerprint ${fingerprint}, time zone database ${timeZoneDatabase}.`,
  contact: (organization, contact) =>
    contact === undefined
      ? `This report comes from ${organization}.`
      : `This report comes from ${organization}. Questions, or no more of these mails? Write to ${contact}.`,
  estimate: 'estimate, not a bill',
};

import type {
  MailFormat,
  MailPolicy,
  NamedReader,
  ReportRule,
  ReportSettings,
} from '../../shared/application/configuration.ts';
import type { EmissionFactor } from '../../shared/domain/money/emissions.ts';
import type { Tariff } from '../../shared/domain/money/tariff.ts';
import type { ReportKind } from '../../shared/domain/time/period.ts';

/** What a rule of the configuration means, for a person: who gets what, when, and what it is set beside. */
export function ruleLines(rule: ReportRule, index: number): string[] {
  const { match, kinds, recipients, recipientsFromSource = [], settings } = rule;
  const fields = Object.entries(match.fields).map(([field, value]) => `${field} ${value}`);
  const places =
    match.locations === '*'
      ? 'all locations'
      : `${match.locations.length} location${match.locations.length === 1 ? '' : 's'}`;
  const where = [`${places} of ${match.source}/${match.fleet}`, ...fields].join(', ');
  const customers = recipientsFromSource.length;
  const asked =
    customers === 0
      ? []
      : [
          `  where no rule names a reader: the customers of ${customers} location${customers === 1 ? '' : 's'}, as the source knows them`,
        ];
  const fileText = (format: MailFormat) =>
    format === 'csv' && settings.csv === 'european' ? 'csv for European spreadsheets' : format;
  const readers =
    recipients.length === 0
      ? 'into the archive only'
      : `to ${recipients.map(readerText).join(', ')} with ${settings.formats.map(fileText).join(' and ') || 'no file'}`;
  const when = (kind: ReportKind) => {
    const cycle = kind === 'cycle' ? `, cycles from day ${settings.cycleStartDay}` : '';
    const { sendAt, maxWaitHours, mailUpToDaysOld } = settings;
    return `  ${kind} at ${sendAt[kind]} local time${cycle}; waits up to ${maxWaitHours[kind]} h for data; mailed up to ${mailUpToDaysOld[kind]} days late`;
  };
  const doubt = settings.mailPolicy === undefined ? [] : [`  ${IN_DOUBT[settings.mailPolicy]}`];
  return [
    `Rule ${index}: ${where}, in ${settings.locale}, ${readers}`,
    ...asked,
    ...kinds.map(when),
    ...contentLines(settings),
    ...doubt,
  ];
}

function contentLines({ comparisons, tariff, emissionFactor }: ReportSettings): string[] {
  const beside = [
    ...(comparisons.previous ? ['the period before'] : []),
    ...(comparisons.lastYear ? ['the same one of the year before'] : []),
  ];
  return [
    `  compared with ${beside.join(' and ') || 'nothing'}`,
    ...(tariff === null ? [] : [`  cost by the tariff ${tariffText(tariff)}`]),
    ...(emissionFactor === null ? [] : [`  emissions by the factor ${factorText(emissionFactor)}`]),
  ];
}

function tariffText({ name, currency, versions, leftOut }: Tariff): string {
  const spans = versions.map(({ from, to }) => (to === null ? `from ${from}` : `${from} to ${to}`));
  const without = leftOut.length === 0 ? '' : `; without ${leftOut.join(', ')}`;
  return `${name} (${currency.code}): prices ${spans.join(', ')}${without}`;
}

const factorText = ({ name, gramsPerKWh, region, publisher, year }: EmissionFactor) =>
  `${name}: ${gramsPerKWh} g of CO2 for each kWh (${region}, ${year}; ${publisher})`;

const readerText = (reader: NamedReader) =>
  typeof reader === 'string' ? reader : `${reader.address} (in ${reader.locale})`;

const IN_DOUBT: Readonly<Record<MailPolicy, string>> = {
  atLeastOnce: 'a mail in doubt is sent again: it may come twice, none is lost',
  atMostOnce: 'a mail in doubt is held for a person: none comes twice',
};

import type { Configuration, MailPolicy, ReportRule } from '../../../shared/application/configuration.ts';
import type { ReportKind } from '../../../shared/domain/time/period.ts';
import { ConfigurationError } from '../../../shared/errors.ts';
import { defineCommand } from '../command-line/command.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import type { SecretPlace } from '../operator-host.ts';

export const checkConfig = defineCommand({
  name: 'check-config',
  summary: 'read the configuration and say what is wrong, or what it means',
  options: {},
  async run(_values, context) {
    return await withOperatorHost(context, undefined, async (host) => {
      try {
        const configuration = await host.configuration();
        const secrets = host.secrets(configuration);
        return { text: meaning(configuration, secrets), data: { valid: true, configuration, secrets } };
      } catch (error) {
        if (error instanceof ConfigurationError && context.globals.json) {
          context.show({ text: '', data: { valid: false, faults: error.faults } });
        }
        throw error;
      }
    });
  },
});

function meaning(configuration: Configuration, secrets: readonly SecretPlace[]): string {
  const lines = Object.entries(configuration.sources).map(
    ([name, { kind, fleets }]) =>
      `Source ${name} (${kind}): ${fleets.length === 1 ? 'fleet' : 'fleets'} ${fleets.join(', ')}`,
  );
  for (const { variable, isSet } of secrets) lines.push(`  ${variable} is ${isSet ? 'set' : 'not set'}`);
  lines.push(
    `Mails come from ${configuration.sender.from}, answers go to ${configuration.sender.replyTo ?? 'the sender'}`,
  );
  for (const [index, rule] of configuration.reports.entries()) lines.push(...ruleLines(rule, index));
  if (configuration.reports.length === 0) lines.push('No rule: nobody gets a report, unless one is asked for.');
  return lines.join('\n');
}

function ruleLines(rule: ReportRule, index: number): string[] {
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
  const readers =
    recipients.length === 0
      ? 'into the archive only'
      : `to ${recipients.join(', ')} with ${settings.formats.join(' and ') || 'no file'}`;
  const when = (kind: ReportKind) => {
    const cycle = kind === 'cycle' ? `, cycles from day ${settings.cycleStartDay}` : '';
    const { sendAt, maxWaitHours, mailUpToDaysOld } = settings;
    return `  ${kind} at ${sendAt[kind]} local time${cycle}; waits up to ${maxWaitHours[kind]} h for data; mailed up to ${mailUpToDaysOld[kind]} days late`;
  };
  const doubt = settings.mailPolicy === undefined ? [] : [`  ${IN_DOUBT[settings.mailPolicy]}`];
  return [`Rule ${index}: ${where}, in ${settings.locale}, ${readers}`, ...asked, ...kinds.map(when), ...doubt];
}

const IN_DOUBT: Readonly<Record<MailPolicy, string>> = {
  atLeastOnce: 'a mail in doubt is sent again: it may come twice, none is lost',
  atMostOnce: 'a mail in doubt is held for a person: none comes twice',
};

import type { Configuration } from '../../../shared/application/configuration.ts';
import { ConfigurationError } from '../../../shared/errors.ts';
import { defineCommand } from '../command-line/command.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import type { SecretPlace } from '../operator-host.ts';
import { ruleLines } from '../rule-lines.ts';

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

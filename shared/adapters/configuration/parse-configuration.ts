import type { Configuration, NamedReader, ReportRule, ReportSettings } from '../../application/configuration.ts';
import { ConfigurationError, type Fault } from '../../errors.ts';
import { parseMailbox } from '../mime/mailbox.ts';
import { type FilesBeside, logoFaults, logoNames } from './branding.ts';
import { crossFaults, type SettingsCheckers } from './cross-checks.ts';
import { findJsonFault } from './json-fault.ts';
import { type NamedParts, reportSettings } from './report-settings.ts';
import { CONFIGURATION_FILE, type ConfigurationFile } from './schema.ts';
import { faultsOfIssues, problemOf } from './schema-faults.ts';
import { toEmissionFactor, toTariff } from './tariffs.ts';

const WHAT = 'The configuration is not valid';

/**
 * Reads `meterpost.config.json`: checked as a whole, with its defaults filled in.
 *
 * @param checkers for each kind of source, the check of the settings of its own
 * @param files what lies beside the file, for the logos that it names
 * @throws ConfigurationError with every fault of the file at once, each with its path; no value is ever repeated
 */
export function parseConfiguration(
  text: string,
  checkers: SettingsCheckers,
  files: FilesBeside = new Map(),
): Configuration {
  const raw = parseJson(text.replace(/^\uFEFF/, ''));
  // Read once: to have code made for the schema takes longer than the code would save.
  const parsed = CONFIGURATION_FILE.safeParse(raw, { error: problemOf, jitless: true });
  const faults = [
    ...(parsed.success ? [] : faultsOfIssues(parsed.error.issues)),
    ...crossFaults(raw, checkers),
    ...logoFaults(raw, files),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationError(WHAT, faults.map(rooted));
  return toConfiguration(parsed.data, files);
}

/** The files that a configuration names; none where it cannot be read, which `parseConfiguration` then says. */
export function filesNamedIn(text: string): string[] {
  try {
    return logoNames(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return [];
  }
}

function parseJson(text: string): unknown {
  const fault = findJsonFault(text);
  if (fault === undefined) return JSON.parse(text);
  const path = `line ${fault.line}, column ${fault.column}`;
  throw new ConfigurationError('The configuration is not JSON', [{ path, problem: fault.problem }]);
}

const rooted = (fault: Fault): Fault => (fault.path === '' ? { ...fault, path: 'the file' } : fault);

function toConfiguration(file: ConfigurationFile, files: FilesBeside): Configuration {
  const { sender, sources } = file;
  const parts: NamedParts = {
    tariffs: byName(file.tariffs, toTariff),
    emissionFactors: byName(file.emissionFactors, toEmissionFactor),
    files,
  };
  const defaults = reportSettings(file.defaults, parts);
  return {
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, { kind, fleets, ...settings }]) => [
        name,
        { kind, fleets: [...new Set(fleets)], settings },
      ]),
    ),
    sender: { from: sender.from, replyTo: sender.replyTo ?? null, organization: sender.organization },
    operators: uniqueAddresses(file.operator?.recipients ?? []),
    defaults,
    reports: file.reports.map((rule) => toRule(rule, parts, defaults)),
  };
}

function toRule(rule: ConfigurationFile['reports'][number], parts: NamedParts, defaults: ReportSettings): ReportRule {
  const { match, kinds, recipients, recipientsFromSource, ...settings } = rule;
  const { source, fleet, locations, ...fields } = match;
  return {
    match: {
      source,
      fleet,
      locations: locations === '*' ? '*' : [...new Set(locations)],
      fields: stringFields(fields),
    },
    kinds: [...new Set(kinds)],
    recipients: uniqueReaders(recipients),
    ...(recipientsFromSource === undefined ? {} : { recipientsFromSource: [...new Set(recipientsFromSource)] }),
    settings: reportSettings(settings, parts, defaults),
  };
}

function byName<InFile, Part>(
  inFile: Readonly<Record<string, InFile>>,
  toPart: (name: string, part: InFile) => Part,
): Map<string, Part> {
  return new Map(Object.entries(inFile).map(([name, part]) => [name, toPart(name, part)]));
}

const stringFields = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

/** Each address once, with the language of its own where the file gives one. */
function uniqueReaders(recipients: ConfigurationFile['reports'][number]['recipients']): NamedReader[] {
  const readers = new Map<string, NamedReader>();
  for (const recipient of recipients) {
    const { address: text, locale } = typeof recipient === 'string' ? { address: recipient } : recipient;
    const [address = ''] = uniqueAddresses([text]);
    const reader = locale === undefined ? address : { address, locale: new Intl.Locale(locale).toString() };
    if (!readers.has(address)) readers.set(address, reader);
  }
  return [...readers.values()];
}

/** The bare addresses, their domains in lower case; of those that are the same then, the first. */
function uniqueAddresses(recipients: readonly string[]): string[] {
  const addresses = recipients.map((recipient) => {
    const { address } = parseMailbox(recipient, 'recipient');
    const at = address.lastIndexOf('@');
    return address.slice(0, at) + address.slice(at).toLowerCase();
  });
  return [...new Set(addresses)];
}

import { parseConfiguration } from '../../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../../shared/adapters/configuration/source-checkers.ts';
import { ConfigurationError } from '../../../shared/errors.ts';

/** A source as the file has it. */
export const CURB = {
  kind: 'curb-fleet',
  apiOrigin: 'https://admin.energycurb.com',
  tokenUrl: 'https://energycurb.auth0.com/oauth/token',
  audience: 'fleet.prod.energycurb.com',
  fleets: ['curb'],
  maxConcurrentRequests: 4,
};

/** Changes by the dotted path of what they set; undefined takes it out. */
export type Changes = Readonly<Record<string, unknown>>;

/** A valid file with one source and one rule, bent by the changes. */
export function aFile(changes: Changes = {}): string {
  const file = {
    version: 1,
    sources: {
      curb: { ...CURB, fleets: [...CURB.fleets] },
    },
    sender: {
      from: 'Energy reports <reports@example.com>',
      replyTo: 'help@example.com',
      organization: 'Example Energy',
    },
    defaults: {
      locale: 'en-US',
      formats: ['pdf', 'csv'],
      dailyAt: '06:00',
      monthlyAt: '06:00',
      maxWaitHours: { daily: 12, monthly: 48 },
    },
    reports: [
      {
        match: { source: 'curb', fleet: 'curb', locations: ['4d6874eb-2499-41dc-88ce-2dc570099f5e'] },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
      },
    ],
  };
  for (const [path, value] of Object.entries(changes)) setAt(file, path.split('.'), value);
  return JSON.stringify(file, null, 2);
}

function setAt(node: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) Object.assign(node, { [key]: value });
  else setAt(Reflect.get(node, key), rest, value);
}

export const parse = (text: string) => parseConfiguration(text, SOURCE_CHECKERS);

/** What is wrong with a text, a line each; empty when nothing is. */
export function faultsOf(text: string): string[] {
  try {
    parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map((fault) => `${fault.path}: ${fault.problem}`);
  }
}

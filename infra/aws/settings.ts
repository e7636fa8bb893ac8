import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Retentions that CloudWatch Logs takes, up to two years. */
const LOG_RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731] as const;

const ADDRESS = /^[^\s@<>"]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** A bucket, and below which prefix of its keys: all of them where there is none. */
const DATA_LOCATION =
  /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([A-Za-z0-9!_.'() =-][A-Za-z0-9!_.'() =/-]{0,499}))?$/;

const text = z.string('is not text; put it in quotation marks');
const wholeNumber = (least: number, most: number) =>
  z
    .int(`is not a whole number from ${least} to ${most}`)
    .min(least, `is less than ${least}`)
    .max(most, `is more than ${most}`);

const sources = z
  .array(
    text.regex(/^[a-z][a-z0-9-]{0,30}$/, 'is no source name: lower-case letters, digits and -'),
    'is not a list of source names, such as ["curb"]',
  )
  .refine((names) => new Set(names).size === names.length, 'names a source twice')
  .default(['curb']);

const SETTINGS = z.strictObject({
  /** Several installations in one account need several names. */
  stackName: text
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'is no stack name: letters, digits and -, 64 at most')
    .default('meterpost'),
  /** The address in `sender.from` of the configuration; the functions may send from no other. */
  senderAddress: z
    .string('is missing: give the address that reports are sent from, such as reports@example.com')
    .regex(ADDRESS, 'is not a bare e-mail address: write it like reports@example.com'),
  /** The verified domain, or the address, in SES; left out, the sender's domain. */
  mailIdentity: text
    .refine(
      (value) => DOMAIN.test(value) || ADDRESS.test(value),
      'is neither a domain nor an address: write it like example.com',
    )
    .optional(),
  /** False when the identity exists in SES already: it is then used as it is. */
  createMailIdentity: z.boolean('is neither true nor false').default(true),
  /** Names of the configuration's sources; each gets a secret of its own. */
  sources: sources.refine((names) => names.length > 0, 'names no source: give at least one, such as "curb"'),
  /** Where sources of kind `files` may read; they need no secret. */
  dataLocations: z
    .array(
      text.regex(DATA_LOCATION, 'is no s3://BUCKET or s3://BUCKET/PREFIX, without * and ?').transform(dataLocation),
      'is not a list of places such as ["s3://my-meters/exports"]',
    )
    .default([]),
  /** Gets the alarms; left out, they only show on the console. */
  alarmAddress: text.regex(ADDRESS, 'is not an e-mail address: write it like operations@example.com').optional(),
  /** Where people who get an alarm find RUNBOOK.md. */
  runbookUrl: text.regex(/^\S{1,200}$/, 'is no address of a page').default('RUNBOOK.md'),
  /** Reports that are made at the same time: bounded by what the sources bear and by the mail rate of SES. */
  maximumConcurrency: wholeNumber(2, 1000).default(5),
  logRetentionDays: z
    .literal(LOG_RETENTION_DAYS, `is no retention that CloudWatch has: take one of ${LOG_RETENTION_DAYS.join(', ')}`)
    .default(90),
  /** What happens to a mail of which nobody can tell whether it went out. */
  whenInDoubt: z
    .enum(['resend', 'hold'], 'is neither "resend" (a mail may come twice) nor "hold" (an operator decides)')
    .default('resend'),
  /** How long such a mail waits for the word of SES first. */
  doubtDeadlineMinutes: wholeNumber(15, 1440).default(60),
});

export interface DataLocation {
  readonly bucket: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
}

function dataLocation(text: string): DataLocation {
  const [, bucket = '', prefix = ''] = DATA_LOCATION.exec(text) ?? [];
  return { bucket, prefix: prefix.replace(/\/*$/, prefix === '' ? '' : '/') };
}

export type Settings = z.output<typeof SETTINGS>;

/** Bad settings, every fault on a line of its own. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Looks a value of the CDK context up: what `-c name=value` and `cdk.json` say. */
export type ContextLookUp = (name: string) => unknown;

/**
 * Reads the deployment's settings from the file that the context value `settings` names, and from context values of the
 * settings' own names, which win.
 * @throws SettingsError with all faults: what, where, what to do
 */
export function readSettings(context: ContextLookUp): Settings {
  const file = context('settings');
  const fromFile = file === undefined ? {} : readSettingsFile(String(file));
  const overrides = Object.keys(SETTINGS.shape).flatMap((name) => {
    const value = context(name);
    return value === undefined ? [] : [[name, jsonWhereItIsJson(value)] as const];
  });
  const values = { ...fromFile, ...Object.fromEntries(overrides) };
  const parsed = schemaFor(values).safeParse(values);
  if (parsed.success) return parsed.data;
  const where =
    file === undefined ? 'the command line (-c name=value) and cdk.json' : `${String(file)} and -c name=value`;
  const overridden = new Set<PropertyKey>(overrides.map(([name]) => name));
  const lines = parsed.error.issues.flatMap((issue) => faultLines(issue, overridden, file));
  throw new SettingsError(`The settings in ${where} cannot be used:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

/** Who reads files needs no source with a secret. */
function schemaFor(values: object) {
  const readsFiles =
    'dataLocations' in values && Array.isArray(values.dataLocations) && values.dataLocations.length > 0;
  return readsFiles ? SETTINGS.extend({ sources }) : SETTINGS;
}

function readSettingsFile(file: string): object {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const problem =
      error instanceof SyntaxError
        ? `is not JSON (${error.message}): mend it`
        : 'cannot be read: check the name after -c settings=';
    throw new SettingsError(`The settings file ${file} ${problem}.`);
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  throw new SettingsError(`The settings file ${file} is not a JSON object: write it like the example in README.md.`);
}

/** `-c` brings texts only: `5`, `true` and `["curb"]` mean what they mean in the file. */
function jsonWhereItIsJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function faultLines(issue: z.core.$ZodIssue, overridden: ReadonlySet<PropertyKey>, file: unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${key}: is no setting; the settings are ${Object.keys(SETTINGS.shape).join(', ')}`);
  }
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : String(part)))
    .join('.')
    .replaceAll('.[', '[');
  const place = file !== undefined && overridden.has(issue.path[0] ?? '') ? ' (from -c)' : '';
  return [`${path}${place}: ${issue.message}`];
}

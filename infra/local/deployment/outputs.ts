import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { ConfigurationError, type Fault } from '../../../shared/errors.ts';

/** What an operator's commands need to know of a deployment: names, never a secret. */
export interface Deployment {
  readonly region: string;
  readonly configuration: { readonly bucket: string; readonly key: string };
  readonly archiveBucket: string;
  readonly ledgerBucket: string;
  readonly reportQueueUrl: string;
  readonly deadLetterUrls: { readonly reports: string; readonly mailEvents: string };
  /** The secret of each source, by the source's name. */
  readonly secretIds: Readonly<Record<string, string>>;
  readonly whenInDoubt: 'resend' | 'hold';
  readonly doubtDeadlineMinutes: number;
}

const missing = 'is not among the outputs: deploy this version of meterpost, with --outputs-file';
const text = z.string(missing).min(1, 'is empty');

const secretIds = text.transform((json, context): Readonly<Record<string, string>> => {
  const parsed = z.record(z.string(), z.string().min(1)).safeParse(jsonOrNothing(json));
  if (parsed.success) return parsed.data;
  context.addIssue('is no JSON object of secrets by source name');
  return z.NEVER;
});

const OUTPUTS = z.object({
  Region: text,
  ConfigurationObject: text.regex(/^s3:\/\/[^/]+\/.+$/, 'is no s3://BUCKET/KEY'),
  ArchiveBucket: text,
  LedgerBucket: text,
  ReportQueue: text,
  ReportDeadLetters: text,
  MailEventDeadLetters: text,
  SourceSecrets: secretIds,
  WhenInDoubt: z.enum(['resend', 'hold'], missing),
  DoubtDeadlineMinutes: text.regex(/^\d{1,5}$/, 'is no number of minutes').transform(Number),
});

/**
 * Reads what `cdk deploy --outputs-file FILE` wrote.
 *
 * @throws ConfigurationError naming every output that is missing or unusable
 */
export async function readDeployment(file: string, workingFolder: string): Promise<Deployment> {
  const stack = stackIn(await readJson(file, workingFolder), file);
  const parsed = OUTPUTS.safeParse(stack.outputs);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path: at, message }) => ({
      path: `${file}: ${[stack.name, ...at].join('.')}`,
      problem: message,
    }));
    throw new ConfigurationError('The deployment cannot be made out', faults);
  }
  const { data } = parsed;
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(data.ConfigurationObject) ?? [];
  return {
    region: data.Region,
    configuration: { bucket, key },
    archiveBucket: data.ArchiveBucket,
    ledgerBucket: data.LedgerBucket,
    reportQueueUrl: data.ReportQueue,
    deadLetterUrls: { reports: data.ReportDeadLetters, mailEvents: data.MailEventDeadLetters },
    secretIds: data.SourceSecrets,
    whenInDoubt: data.WhenInDoubt,
    doubtDeadlineMinutes: data.DoubtDeadlineMinutes,
  };
}

async function readJson(file: string, workingFolder: string): Promise<unknown> {
  const content = await readFile(path.resolve(workingFolder, file), 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    const what = code === 'ENOENT' ? 'is not there' : `could not be read (${code ?? 'unknown fault'})`;
    throw fault(file, `${what}: name the file that \`cdk deploy --outputs-file FILE\` wrote`);
  });
  const parsed = jsonOrNothing(content);
  if (parsed === undefined) throw fault(file, 'is not JSON: have `cdk deploy --outputs-file FILE` write it again');
  return parsed;
}

/** The file has the outputs of every stack that was deployed with it; ours has a ledger. */
function stackIn(content: unknown, file: string): { readonly name: string; readonly outputs: unknown } {
  const stacks = Object.entries(typeof content === 'object' && content !== null ? content : {}).filter(
    ([, outputs]) => typeof outputs === 'object' && outputs !== null && 'LedgerBucket' in outputs,
  );
  const [stack, ...more] = stacks;
  if (stack === undefined) throw fault(file, 'has no stack of meterpost in it: name the file of its deployment');
  if (more.length > 0) {
    const names = stacks.map(([name]) => name).join(', ');
    throw fault(file, `has several stacks of meterpost in it (${names}): leave one`);
  }
  return { name: stack[0], outputs: stack[1] };
}

function fault(path: string, problem: string): ConfigurationError {
  const faults: Fault[] = [{ path, problem }];
  return new ConfigurationError('The deployment cannot be made out', faults);
}

function jsonOrNothing(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export const PROJECT_FOLDER = path.resolve(import.meta.dirname, '../..');

const NOWHERE = 'http://127.0.0.1:9';

/** Of a template, whose shape is CloudFormation's business. */
type ParsedJson = ReturnType<typeof JSON.parse>;

export interface Resource {
  readonly Type: string;
  readonly Properties: ParsedJson;
  readonly Metadata?: Readonly<Record<string, string>>;
}

/** What synthesis wrote: a template, and the assets that it names. */
export interface SynthesisedStack {
  readonly folder: string;
  readonly resources: Readonly<Record<string, Resource>>;
}

/** Runs `cdk synth` as an operator does, and reads what it wrote. @throws with what it printed when it fails */
export async function synthesise(folder: string, context: Readonly<Record<string, string>>): Promise<SynthesisedStack> {
  const stackName = 'meterpost';
  const cdk = path.join(PROJECT_FOLDER, 'node_modules/aws-cdk/bin/cdk');
  const values = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Validation is on here, and whoever asks the network for anything fails.
  const { CDK_VALIDATION: _off, ...environment } = process.env;
  const offline = { HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, AWS_EC2_METADATA_DISABLED: 'true' };
  await promisify(execFile)(
    process.execPath,
    [cdk, 'synth', '--quiet', '--no-notices', '--output', folder, ...values],
    {
      cwd: PROJECT_FOLDER,
      env: { ...environment, ...offline, CDK_DISABLE_CLI_TELEMETRY: 'true' },
    },
  );
  const template = JSON.parse(await readFile(path.join(folder, `${stackName}.template.json`), 'utf8'));
  return { folder, resources: template.Resources };
}

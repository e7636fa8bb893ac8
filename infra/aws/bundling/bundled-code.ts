import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../constructs/report-function.ts';
import { PROJECT_FOLDER } from './project-folder.ts';

/** Makes a function's code by programs of this folder, on this machine: without a container and without a network. */
export function bundledCode(name: FunctionName): Code {
  return Code.fromAsset(PROJECT_FOLDER, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // What CDK asks for when bundling on this machine gives up, which ours does not: it throws.
      image: DockerImage.fromRegistry('none'),
      // CDK tells assets of one folder apart by this.
      command: [name],
      local: {
        tryBundle(folder) {
          run('infra/aws/bundling/bundle-function.ts', name, folder);
          if (name === 'make-report') {
            for (const program of FONT_PROGRAMS) run(program, path.join(folder, 'fonts'));
          }
          return true;
        },
      },
    },
  });
}

const FONT_PROGRAMS = ['functions/make-report/cut-fonts.ts', 'infra/aws/bundling/bundle-fontkit.ts'];

/** Runs a program with the Node.js that synthesises: an older one on the path could not. What it has to say goes to stderr. */
function run(program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [path.join(PROJECT_FOLDER, program), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

import path from 'node:path';
import { build } from 'esbuild';
import { bundlingOf } from '../../../infra/aws/bundling/bundling.ts';
import { PROJECT_FOLDER } from '../../../infra/aws/bundling/project-folder.ts';

export interface BundleOptions {
  /** Statements of the module to bundle, as if they stood in a file of this folder. */
  readonly contents: string;
  readonly folder: string;
  readonly outfile: string;
  /** As everybody bundles at first, without what is left out of the product's bundles. */
  readonly plain?: boolean;
}

/** Bundles as a deployment does. */
export async function bundle({ contents, folder, outfile, plain = false }: BundleOptions): Promise<void> {
  const { target, mainFields, banner, esbuildArgs = {}, externalModules, define } = bundlingOf('make-report');
  const aliases = Object.entries(esbuildArgs).map(([option, file]) => [
    option.replace('--alias:', ''),
    path.resolve(PROJECT_FOLDER, String(file)),
  ]);
  await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: target ?? 'node24',
    mainFields: [...(mainFields ?? [])],
    banner: { js: banner ?? '' },
    logLevel: 'silent',
    ...(plain
      ? {}
      : { alias: Object.fromEntries(aliases), external: [...(externalModules ?? [])], define: define ?? {} }),
  });
}

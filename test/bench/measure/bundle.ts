import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { FUNCTION_BUILD } from '../../../infra/aws/bundling/function-build.ts';

export interface BundleOptions {
  /** Statements of the module to bundle, as if they stood in a file of this folder. */
  readonly contents: string;
  readonly folder: string;
  /** A `.mjs`; what is imported late lies beside it. */
  readonly outfile: string;
  /** As everybody bundles at first, without what is left out of the product's bundles. */
  readonly plain?: boolean;
}

/** Bundles as a deployment does. */
export async function bundle({ contents, folder, outfile, plain = false }: BundleOptions): Promise<void> {
  const { name, dir } = path.parse(outfile);
  await build({
    ...(plain ? PLAIN : FUNCTION_BUILD),
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    entryNames: name,
    outdir: dir,
    sourcemap: false,
    logLevel: 'silent',
  });
}

const {
  splitting: _late,
  chunkNames: _names,
  alias: _standIns,
  define: _known,
  plugins: _own,
  ...COMMON
} = FUNCTION_BUILD;

/** Packages in CommonJS call `require` for the modules of Node.js, which a module does not have. */
const PLAIN: BuildOptions = {
  ...COMMON,
  banner: {
    js: "import{createRequire as createRequireOfBanner}from'node:module';const require=createRequireOfBanner(import.meta.url);",
  },
};

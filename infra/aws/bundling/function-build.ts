import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { builtinModulesByMember } from './builtin-modules.ts';
import { packageFiles } from './package-files.ts';
import { PROJECT_FOLDER } from './project-folder.ts';

const here = (file: string): string => path.join(import.meta.dirname, file);

/** Large parts that the functions never come to, each with the file that stands in for it. */
const PACKAGES: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': here('no-credential-search.ts'),
  '@smithy/core/event-streams': here('no-event-streams.ts'),
  fontkit: here('fontkit-on-demand.ts'),
  linebreak: here('no-line-breaking.ts'),
  undici: here('undici-agent.ts'),
};

/** The same of single files. */
const FILES: Readonly<Record<string, string>> = {
  'undici/lib/dispatcher/client-h2.js': 'no-http2-client.cjs',
  'undici/lib/llhttp/llhttp-wasm.js': 'no-second-parser.cjs',
  'undici/lib/web/fetch/body.js': 'no-forms.cjs',
  'undici/lib/web/fetch/formdata.js': 'no-forms.cjs',
  'undici/lib/web/webidl/index.js': 'no-forms.cjs',
};

/**
 * How functions are bundled: ECMAScript modules with everything that they need from node_modules, the AWS clients too, so that
 * what was tested is what runs. What is imported late is a file of its own beside the entry.
 */
export const FUNCTION_BUILD = {
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  sourcemap: true,
  sourcesContent: false,
  absWorkingDir: PROJECT_FOLDER,
  alias: { ...PACKAGES },
  // undici's experimental parser goes where this name is known, as it does in Node.js itself.
  define: { esbuildDetection: 'true' },
  plugins: [builtinModulesByMember, packageFiles(FILES)],
  logLevel: 'warning',
} as const satisfies BuildOptions;

import path from 'node:path';
import { type BundlingOptions, type ICommandHooks, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { FunctionName } from '../constructs/report-function.ts';

/**
 * One ECMAScript module for each function, with everything that it needs from node_modules, the AWS clients too: what was
 * tested is what runs. Made by esbuild on this machine, without a container and without a network.
 */
export function bundlingOf(name: FunctionName): BundlingOptions {
  return {
    format: OutputFormat.ESM,
    target: 'node24',
    mainFields: ['module', 'main'],
    bundleAwsSDK: true,
    minify: true,
    sourceMap: true,
    sourcesContent: false,
    banner: REQUIRE,
    esbuildArgs: LEFT_OUT,
    externalModules: [PARSER_WITHOUT_SIMD, ...FORMS],
    define: WITHOUT_MILO,
    forceDockerBundling: false,
    ...(name === 'make-report' ? { commandHooks: FONTS_BESIDE_THE_BUNDLE } : {}),
  };
}

/**
 * Packages in CommonJS still call `require` for the modules of Node.js. esbuild does not see these names, and gives short ones
 * away itself: one of a letter would be taken twice.
 */
const REQUIRE =
  "import{createRequire as createRequireOfBanner}from'node:module';const require=createRequireOfBanner(import.meta.url);";

/** Large parts that the functions never come to, each with the file that stands in for it. */
const LEFT_OUT = {
  '--alias:node:http': './infra/aws/bundling/node-http.cjs',
  '--alias:node:http2': './infra/aws/bundling/no-http2.ts',
  '--alias:fontkit': './infra/aws/bundling/fontkit-on-demand.ts',
  '--alias:linebreak': './infra/aws/bundling/no-line-breaking.ts',
  '--alias:undici': './infra/aws/bundling/undici-agent.ts',
  '--alias:@aws-sdk/credential-provider-node': './infra/aws/bundling/no-credential-search.ts',
};

/** undici's second parser, which it asks for where WebAssembly has no SIMD; Lambda's processors have it. */
const PARSER_WITHOUT_SIMD = '*/llhttp/llhttp-wasm.js';

/** What undici asks for when a body is a form with files; ours are texts. */
const FORMS = ['*/web/fetch/body.js', '*/web/fetch/formdata', '*/web/webidl'];

/** undici's experimental parser goes where this name is known, as it does in Node.js itself. */
const WITHOUT_MILO = { esbuildDetection: 'true' };

const FONTS_BESIDE_THE_BUNDLE: ICommandHooks = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (inputFolder, outputFolder) =>
    FONT_PROGRAMS.map((program) =>
      // With the Node.js that synthesises: an older one on the path could not run it.
      command(process.execPath, path.join(inputFolder, program), path.join(outputFolder, 'fonts')),
    ),
};

const FONT_PROGRAMS = ['functions/make-report/cut-fonts.ts', 'infra/aws/bundling/bundle-fontkit.ts'];

/** Words of a command in double quotes, which the shells of all systems know. */
const command = (...words: readonly string[]): string => words.map((word) => `"${word}"`).join(' ');

import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { builtinModulesByMember } from './builtin-modules.ts';
import { packageFiles } from './package-files.ts';
import { PROJECT_FOLDER } from './project-folder.ts';

const here = (file: string): string => path.join(import.meta.dirname, file);

/** Large parts that the functions never come to, each with the file that stands in for it. */
const PACKAGES: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': here('no-credential-search.ts'),
  '@noble/ciphers/aes': here('no-encryption.ts'),
  '@smithy/core/event-streams': here('no-event-streams.ts'),
  fontkit: here('fontkit-on-demand.ts'),
  linebreak: here('no-line-breaking.ts'),
  undici: here('undici-agent.ts'),
};

const SMITHY = '@smithy/core/dist-es/submodules';

/** The same of single files. */
const FILES: Readonly<Record<string, string>> = {
  '@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js': 'no-hashes-in-javascript.ts',
  [`${SMITHY}/checksum/crc32/Crc32Js.js`]: 'no-hashes-in-javascript.ts',
  [`${SMITHY}/checksum/md5/Md5Js.js`]: 'no-hashes-in-javascript.ts',
  [`${SMITHY}/checksum/sha256/Sha256Js.js`]: 'no-hashes-in-javascript.ts',
  [`${SMITHY}/config/config-resolver/regionConfig/getInstanceMetadataRegion.js`]: 'no-metadata-service.ts',
  [`${SMITHY}/config/shared-ini-file-loader/loadSharedConfigFiles.js`]: 'no-configuration-files.ts',
  [`${SMITHY}/retry/util-retry/AdaptiveRetryStrategy.js`]: 'no-adaptive-retries.ts',
  [`${SMITHY}/serde/util-body-length/calculateBodyLength.js`]: 'body-length.ts',
  [`${SMITHY}/serde/util-stream/checksum/createChecksumStream.browser.js`]: 'no-web-streams.ts',
  [`${SMITHY}/serde/util-stream/sdk-stream-mixin.browser.js`]: 'no-web-streams.ts',
  [`${SMITHY}/serde/uuid/v4.js`]: 'random-uuid.ts',
  'nodemailer/dist/esm/fetch/index.js': 'no-fetch.ts',
  'nodemailer/dist/esm/mime-funcs/mime-types.js': 'no-file-types.ts',
  'undici/lib/core/tree.js': 'no-header-tree.cjs',
  'undici/lib/dispatcher/client-h2.js': 'no-http2-client.cjs',
  'undici/lib/llhttp/llhttp-wasm.js': 'no-second-parser.cjs',
  'undici/lib/web/fetch/body.js': 'no-forms.cjs',
  'undici/lib/web/fetch/formdata.js': 'no-forms.cjs',
  'undici/lib/web/webidl/index.js': 'no-forms.cjs',
};

/** Tables of which only some members are asked for. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = { 'undici/lib/llhttp/constants.js': ['ERROR', 'TYPE'] };

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
  plugins: [builtinModulesByMember, packageFiles({ standIns: FILES, members: MEMBERS })],
  logLevel: 'warning',
} as const satisfies BuildOptions;

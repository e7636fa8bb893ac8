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
const NO_NATIVE_HASHES = 'This Node.js has no native hashes: use the version that functions are made for.';
const NO_FORMS = 'Forms with files are not sent here: send a text.';

/** The same of single files. */
const FILES: Readonly<Record<string, string>> = {
  [`${SMITHY}/config/shared-ini-file-loader/loadSharedConfigFiles.js`]: 'no-configuration-files.ts',
  [`${SMITHY}/serde/util-body-length/calculateBodyLength.js`]: 'body-length.ts',
  [`${SMITHY}/serde/uuid/v4.js`]: 'random-uuid.ts',
  'undici/lib/core/tree.js': 'no-header-tree.cjs',
};

/** Files whose exports are never called, each with what is to be said when one is after all. */
const REFUSED: Readonly<Record<string, string>> = {
  '@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js': NO_NATIVE_HASHES,
  [`${SMITHY}/checksum/crc32/Crc32Js.js`]: NO_NATIVE_HASHES,
  [`${SMITHY}/checksum/md5/Md5Js.js`]: NO_NATIVE_HASHES,
  [`${SMITHY}/checksum/sha256/Sha256Js.js`]: NO_NATIVE_HASHES,
  [`${SMITHY}/config/config-resolver/regionConfig/getInstanceMetadataRegion.js`]:
    'No metadata service is asked here: give the client its region.',
  [`${SMITHY}/retry/util-retry/AdaptiveRetryStrategy.js`]: 'Retries are not adaptive here: give retryMode standard.',
  [`${SMITHY}/serde/util-stream/createBufferedReadable.js`]: 'Bodies are not streams here: give bytes.',
  [`${SMITHY}/serde/util-stream/getAwsChunkedEncodingStream.js`]: 'Bodies are not streams here: give bytes.',
  // Only to be loaded, streams of the web take longer than a client.
  [`${SMITHY}/serde/util-stream/checksum/createChecksumStream.browser.js`]: 'Streams of the web are not read here.',
  [`${SMITHY}/serde/util-stream/sdk-stream-mixin.browser.js`]: 'Streams of the web are not read here.',
  'nodemailer/dist/esm/fetch/index.js': 'Attachments are not fetched here: give their bytes.',
  'nodemailer/dist/esm/mime-funcs/mime-types.js': 'Give each attachment its content type and its file name.',
  'undici/lib/dispatcher/client-h2.js': 'HTTP/2 is not spoken here: create agents for HTTP/1.1.',
  'undici/lib/llhttp/llhttp-wasm.js': "undici's parser did not start: WebAssembly with SIMD is needed.",
  'undici/lib/web/fetch/body.js': NO_FORMS,
  'undici/lib/web/fetch/formdata.js': NO_FORMS,
  'undici/lib/web/webidl/index.js': NO_FORMS,
  'zod/v4/core/json-schema-processors.js': 'Schemas are not described as JSON here.',
  'zod/v4/core/to-json-schema.js': 'Schemas are not described as JSON here.',
};

/** Tables of which only some members are asked for. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  // A client tells its version, and of its package no more.
  '@aws-sdk/client-s3/package.json': ['version'],
  '@aws-sdk/client-secrets-manager/package.json': ['version'],
  '@aws-sdk/client-ses/package.json': ['version'],
  '@aws-sdk/client-sqs/package.json': ['version'],
  'undici/lib/llhttp/constants.js': ['ERROR', 'TYPE'],
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
  plugins: [builtinModulesByMember, packageFiles({ standIns: FILES, refused: REFUSED, members: MEMBERS })],
  logLevel: 'warning',
} as const satisfies BuildOptions;

import path from 'node:path';
import { build } from 'esbuild';
import { PROJECT_FOLDER } from './project-folder.ts';

// A program that runs while the bundle is made: it puts fontkit into the folder that is named, for the few labels that need it.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that fontkit is to lie in.');

await build({
  stdin: { contents: "export { create } from 'fontkit';", resolveDir: PROJECT_FOLDER },
  outfile: path.join(folder, 'fontkit.cjs'),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  mainFields: ['module', 'main'],
  alias: { 'brotli/decompress.js': path.join(PROJECT_FOLDER, 'infra/aws/bundling/no-brotli.ts') },
  logLevel: 'warning',
});

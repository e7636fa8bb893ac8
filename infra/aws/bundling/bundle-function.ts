import { build } from 'esbuild';
import { FUNCTION_BUILD } from './function-build.ts';

// A program that runs when the stack is synthesised: it bundles the function that is named into the folder that is named.
const [name, folder] = process.argv.slice(2);
if (name === undefined || folder === undefined) throw new Error('Name the function, and the folder for its bundle.');

await build({ ...FUNCTION_BUILD, entryPoints: { index: `functions/${name}/entry.ts` }, outdir: folder });

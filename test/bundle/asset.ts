import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SynthesisedStack } from '../support/synthesised-stack.ts';

/** The folder of a function's asset, as synthesis left it. */
export function assetOf(stack: SynthesisedStack, beginning: string): string {
  const found = Object.entries(stack.resources).find(
    ([id, { Type }]) => id.startsWith(beginning) && Type === 'AWS::Lambda::Function',
  );
  return path.join(stack.folder, found?.[1].Metadata?.['aws:asset:path'] ?? 'nowhere');
}

/** The code of a function's asset: its entry, and what that imports late. */
export function codeFilesIn(asset: string): string[] {
  return readdirSync(asset)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => path.join(asset, file));
}

/** The packages that something in the code comes from, by its source maps. */
export function packagesIn(codeFiles: readonly string[]): Set<string> {
  const names = codeFiles.flatMap((file) => {
    const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
    return sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  });
  return new Set(names.filter((name) => name !== undefined));
}

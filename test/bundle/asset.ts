import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SynthesisedStack } from '../support/synthesised-stack.ts';

/** The folder of a function's asset, as synthesis left it. */
export function assetOf(stack: SynthesisedStack, beginning: string): string {
  const found = Object.entries(stack.resources).find(
    ([id, { Type }]) => id.startsWith(beginning) && Type === 'AWS::Lambda::Function',
  );
  return path.join(stack.folder, found?.[1].Metadata?.['aws:asset:path'] ?? 'nowhere');
}

/** The packages that something in the bundle comes from, by its source map. */
export function packagesIn(asset: string): Set<string> {
  const { sources } = JSON.parse(readFileSync(path.join(asset, 'index.mjs.map'), 'utf8')) as { sources: string[] };
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

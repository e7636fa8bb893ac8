import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { prunableSchemas } from '../../../../infra/aws/bundling/prunable-schemas.ts';
import { PROJECT_FOLDER } from '../../../support/synthesised-stack.ts';

const tableOf = (client: string) =>
  path.join(PROJECT_FOLDER, `node_modules/@aws-sdk/${client}/dist-es/schemas/schemas_0.js`);

/** A table's module as text, as it is or with its keys written out. */
async function bundledTable(file: string, contents: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path.dirname(file) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    write: false,
  });
  return await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

/** Tables refer to each other by functions, which are called as far as the first of a kind. */
function spelledOut(value: unknown, seen = new Set<unknown>()): unknown {
  if (typeof value === 'function') {
    return value.length === 0 && !/^class\b/.test(String(value)) ? spelledOut(value(), seen) : value.name;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return 'seen';
  seen.add(value);
  if (Array.isArray(value)) return value.map((one) => spelledOut(one, seen));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spelledOut(one, seen)]));
}

describe('prunableSchemas', () => {
  it.each(['client-s3', 'client-ses', 'client-sqs', 'client-secrets-manager'])(
    'says the same of every operation and structure, with no key computed: %s',
    async (client) => {
      const file = tableOf(client);
      const text = readFileSync(file, 'utf8');
      const prunable = prunableSchemas(file, text);

      const [before, after] = await Promise.all([bundledTable(file, text), bundledTable(file, prunable)]);

      expect(text).toMatch(/\[_\w+\]:/);
      expect(prunable).not.toMatch(/\[_\w+\]:/);
      const names = Object.keys(before).filter((name) => name.endsWith('$'));
      expect(names.length).toBeGreaterThan(20);
      for (const name of names) expect(spelledOut(after[name]), name).toEqual(spelledOut(before[name]));
    },
  );

  it('leaves other files as they are', () => {
    const text = 'const _a = "b";\nexport const c = { [_a]: 1 };';

    expect(prunableSchemas('/somewhere/schemas_0.js', text)).toBe(text);
  });
});

import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { packageFiles } from '../../../../infra/aws/bundling/package-files.ts';
import { PROJECT_FOLDER } from '../../../support/synthesised-stack.ts';

const NOTHING = { standIns: {}, refused: {}, members: {} };

/** What a module exports that was bundled with these rules. */
async function exportsOf(contents: string, rules: Partial<typeof NOTHING>): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PROJECT_FOLDER },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [packageFiles({ ...NOTHING, ...rules })],
    write: false,
    logLevel: 'silent',
  });
  return await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

const CHECKSUM = '@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js';

describe('packageFiles', () => {
  it('leaves what no rule is about as it is', async () => {
    const { Crc32Js } = await exportsOf(`export * from './node_modules/${CHECKSUM}';`, {});

    expect(() => Reflect.construct(Crc32Js as typeof Object, [])).not.toThrow();
  });

  it('has each export of a file throw, a class as well as a function', async () => {
    const { Crc32Js } = await exportsOf(`export * from './node_modules/${CHECKSUM}';`, {
      refused: { [CHECKSUM]: 'Not here.' },
    });

    expect(() => Reflect.construct(Crc32Js as typeof Object, [])).toThrow('Not here.');
  });

  it('has whatever is asked of a file in CommonJS throw', async () => {
    const file = 'undici/lib/web/webidl/index.js';

    const { call, ask } = await exportsOf(
      `const all = () => require('./node_modules/${file}'); export const call = () => all()(); export const ask = () => all().webidl;`,
      { refused: { [file]: 'Not here.' } },
    );

    for (const one of [call, ask]) expect(one).toThrow('Not here.');
  });

  it('keeps the members that are asked for, with their values', async () => {
    const file = 'undici/lib/llhttp/constants.js';

    const { all } = await exportsOf(`import all from './node_modules/${file}'; export { all };`, {
      members: { [file]: ['TYPE'] },
    });

    expect(all).toEqual({ TYPE: { BOTH: 0, REQUEST: 1, RESPONSE: 2 } });
  });

  it('fails where a file or a member is not there any more', async () => {
    const file = 'undici/lib/llhttp/constants.js';

    expect(() => packageFiles({ ...NOTHING, refused: { 'undici/lib/moved.js': 'Not here.' } })).toThrow('moved.js');
    const build = exportsOf(`import './node_modules/${file}';`, { members: { [file]: ['GONE'] } });
    await expect(build).rejects.toThrow(`${path.normalize(file)} has no GONE any more`);
  });
});

import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const NAMESPACE = 'node';
const AS_A_WHOLE = '?whole';

const UNDICI = /[\\/]node_modules[\\/]undici[\\/]/;
const ASSERT_OF_UNDICI = join(import.meta.dirname, 'assert-on-failure.cjs');

/**
 * Has the modules of Node.js asked for by `process.getBuiltinModule`, one member at a time. To be imported, a module has every
 * one of its members read: with `node:http` come an undici of Node.js's own and the streams of the web, with `node:process` the
 * three standard streams, with `node:fs` its promises.
 */
export const builtinModulesByMember: Plugin = {
  name: 'modules of Node.js by member',
  setup(build) {
    const known = new Set(builtinModules);
    build.onResolve({ filter: /^(node:)?[a-z_0-9/]+$/ }, ({ path, kind, importer }) => {
      const name = path.replace(/^node:/, '');
      if (!known.has(name)) return undefined;
      if (name === 'assert' && UNDICI.test(importer)) return { path: ASSERT_OF_UNDICI };
      const suffix = kind === 'import-statement' ? '' : AS_A_WHOLE;
      return { path: name, namespace: NAMESPACE, suffix, sideEffects: false };
    });
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path, suffix }) => ({
      contents: suffix === AS_A_WHOLE ? `module.exports = ${moduleOf(path)};` : membersOf(path),
    }));
  },
};

const moduleOf = (name: string): string => `process.getBuiltinModule('node:${name}')`;

/** A module of all members; those that nobody imports are left out of the bundle. */
function membersOf(name: string): string {
  const members = Object.keys(process.getBuiltinModule(name) ?? {}).filter((member) => /^[a-z_$][\w$]*$/i.test(member));
  const own = members.filter((member) => member !== 'default');
  return [
    `const whole = /* @__PURE__ */ ${moduleOf(name)};`,
    'export default whole;',
    ...own.map((member, index) => `const m${index} = /* @__PURE__ */ (() => whole.${member})();`),
    `export { ${own.map((member, index) => `m${index} as ${member}`).join(', ')} };`,
  ].join('\n');
}

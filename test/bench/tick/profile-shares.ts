import { readFileSync } from 'node:fs';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** What a piece of the time was for, by the innermost call that says so. */
const PURPOSES: readonly (readonly [purpose: string, is: (node: ProfileNode) => boolean])[] = [
  ['collecting garbage', ({ callFrame }) => callFrame.functionName === '(garbage collector)'],
  ['nothing', ({ callFrame }) => callFrame.functionName === '(idle)'],
  ['deflate', ({ callFrame }) => /^node:(?:internal\/)?zlib/.test(callFrame.url)],
  ['JSON', ({ callFrame }) => callFrame.url === '' && /^(?:parse|stringify)$/.test(callFrame.functionName)],
  [
    'JSON',
    ({ callFrame }) => /\/(?:parse-json|json-depth|check-shape|wire|ledger|facts-archive)\.ts$/.test(callFrame.url),
  ],
  ['render', ({ callFrame }) => /\/shared\/(?:rendering|domain\/report)\/|pdfkit|fontkit/.test(callFrame.url)],
  ['mail as MIME', ({ callFrame }) => /nodemailer|\/adapters\/mime\//.test(callFrame.url)],
  ['facts', ({ callFrame }) => /\/shared\/domain\//.test(callFrame.url)],
  [
    'network',
    ({ callFrame }) =>
      /undici|node:(?:net|internal\/stream|_http)|\/adapters\/(?:http|curb-fleet)\//.test(callFrame.url),
  ],
  ['files', ({ callFrame }) => /node:(?:internal\/)?fs|\/adapters\/(?:folder|outbox)\//.test(callFrame.url)],
  ['planning, ledger, steps', ({ callFrame }) => /\/shared\/application\//.test(callFrame.url)],
];

/** What loads a program, and takes the types out of it: once, and not at all where it is bundled. */
const LOADER = /node:internal\/(?:modules|process\/esm|deps\/(?:amaro|cjs-module-lexer))|node:vm/;

/** How the time of a CPU profile divides that was neither idle nor for loading the program; each share of 1. */
export function sharesOf(file: string): Map<string, number> {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const parents = new Map<number, ProfileNode>();
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isLoading = (id: number): boolean => {
    for (let node = byId.get(id); node !== undefined; node = parents.get(node.id)) {
      if (LOADER.test(node.callFrame.url)) return true;
    }
    return false;
  };
  const purposeOf = (id: number): string => {
    if (isLoading(id)) return 'nothing';
    for (let node = byId.get(id); node !== undefined; node = parents.get(node.id)) {
      const frame = node;
      const purpose = PURPOSES.find(([, is]) => is(frame))?.[0];
      if (purpose !== undefined) return purpose;
    }
    return 'other';
  };
  const purposes = new Map(nodes.map(({ id }) => [id, purposeOf(id)]));
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const purpose = purposes.get(id) ?? 'other';
    times.set(purpose, (times.get(purpose) ?? 0) + (timeDeltas[index] ?? 0));
  }
  times.delete('nothing');
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return new Map([...times].map(([purpose, time]) => [purpose, time / all] as const).sort((a, b) => b[1] - a[1]));
}

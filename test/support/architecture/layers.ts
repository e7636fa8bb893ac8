import type { HouseRule } from './house-rule.ts';

/** A layer is the folders and files that its paths begin with; the first that fits counts. */
interface Layer {
  readonly begins: string;
  /** What it may import besides itself, by the beginning of the path. */
  readonly mayImport: readonly string[];
  /** What it may import the types of. */
  readonly mayImportTypesOf?: readonly string[];
  /** Packages and built-in modules that it may use; all, where nothing is said. */
  readonly packages?: RegExp;
}

const ERRORS = 'shared/errors.ts';

const LAYERS: readonly Layer[] = [
  { begins: 'shared/domain/', mayImport: [], packages: /^temporal-polyfill\b/ },
  { begins: ERRORS, mayImport: [], packages: /^$/ },
  { begins: 'shared/application/', mayImport: ['shared/domain/', ERRORS], packages: /^node:(?:crypto|zlib)$/ },
  { begins: 'shared/adapters/', mayImport: ['shared/application/', 'shared/domain/', ERRORS] },
  { begins: 'shared/rendering/', mayImport: ['shared/application/', 'shared/domain/', ERRORS] },
  { begins: 'shared/', mayImport: [] },
  { begins: 'functions/', mayImport: ['shared/'] },
  { begins: 'infra/local/', mayImport: ['shared/'] },
  { begins: 'infra/aws/', mayImport: [], mayImportTypesOf: ['functions/', 'shared/'] },
  { begins: 'test/', mayImport: ['infra/', 'functions/', 'shared/'] },
];

const layerOf = (path: string) => LAYERS.find((layer) => path.startsWith(layer.begins));
const isInside = (target: string) => /^(?:infra|functions|shared|test)\//.test(target);

export const ARROWS: HouseRule = {
  name: 'imports follow the arrows between the layers',
  violations: (file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return ['lies in no layer'];
    return file.imports.flatMap(({ target, isTypeOnly }) => {
      if (!isInside(target)) return layer.packages?.test(target) === false ? [`may not use ${target}`] : [];
      const allowed = [layer.begins, ...layer.mayImport, ...(isTypeOnly ? (layer.mayImportTypesOf ?? []) : [])];
      return allowed.some((begins) => target.startsWith(begins)) ? [] : [`may not import ${target}`];
    });
  },
  broken: [
    ['shared/domain/a.ts', "import type { Clock } from '../application/ports.ts';"],
    ['shared/domain/a.ts', "import * as z from 'zod';"],
    ['shared/domain/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['shared/application/a.ts', "import { createFolderStore } from '../adapters/folder/folder-store.ts';"],
    ['shared/application/a.ts', "import * as z from 'zod';"],
    ['shared/adapters/s3/a.ts', "import { renderPdf } from '../../rendering/pdf/render-pdf.ts';"],
    ['shared/rendering/csv/a.ts', "import { createFolderStore } from '../../adapters/folder/folder-store.ts';"],
    ['shared/rendering/csv/a.ts', "export { handler } from '../../../functions/make-report/handler.ts';"],
    ['functions/make-report/a.ts', "const cli = await import('../../infra/local/cli.ts');"],
    ['infra/local/a.ts', "import { config } from '../../functions/make-report/config.ts';"],
    ['infra/aws/a.ts', "import { parseConfig } from '../../functions/make-report/config.ts';"],
    ['infra/aws/a.ts', "import { type A, parseConfig } from '../../functions/make-report/config.ts';"],
    ['infra/aws/a.ts', "import '../../shared/errors.ts';"],
    ['shared/domain/a.ts', "import {\n  aReport,\n  aDay,\n} from '../../test/support/report-builder.ts';"],
    ['elsewhere/a.ts', ''],
  ],
  kept: [
    ['shared/domain/a.ts', "import { b } from './b.ts';"],
    ['shared/application/a.ts', "import { b } from '../domain/b.ts';\nimport { StoreError } from '../errors.ts';"],
    ['infra/aws/a.ts', "import type { A } from '../../functions/make-report/config.ts';"],
    ['infra/aws/a.ts', "import { type A, type B } from '../../functions/make-report/config.ts';"],
    ['shared/domain/a.ts', "// import { c } from '../adapters/c.ts';"],
  ],
};

export const FUNCTIONS_APART: HouseRule = {
  name: 'no function imports another',
  violations: ({ path, imports }) => {
    const own = /^functions\/[^/]+\//.exec(path)?.[0];
    if (own === undefined) return [];
    return imports
      .filter(({ target }) => /^functions\/[^/]+\//.test(target) && !target.startsWith(own))
      .map(({ target }) => `may not import ${target}`);
  },
  broken: [['functions/make-report/a.ts', "import { b } from '../plan-reports/b.ts';"]],
  kept: [['functions/make-report/a.ts', "import { b } from './b.ts';\nimport { c } from '../environment.ts';"]],
};

export const NOTHING_FROM_TEST: HouseRule = {
  name: 'nothing but a test imports a test',
  violations: ({ path, imports }) =>
    path.startsWith('test/')
      ? []
      : imports.filter(({ target }) => target.startsWith('test/')).map(({ target }) => `may not import ${target}`),
  broken: [['infra/local/a.ts', "import { aReport } from '../../test/support/report-builder.ts';"]],
  kept: [['test/a.test.ts', "import { aReport } from './support/report-builder.ts';"]],
};

import { expect, it } from 'vitest';
import { METRIC_UNITS } from '../../shared/application/metrics.ts';
import { allSourceFiles } from '../support/architecture/source-file.ts';

it('has no metric that nobody counts', () => {
  const counting = allSourceFiles()
    .filter(({ path }) => /^(?:shared|functions)\//.test(path) && path !== 'shared/application/metrics.ts')
    .map(({ code }) => code)
    .join('\n');
  expect(Object.keys(METRIC_UNITS).filter((name) => !counting.includes(`'${name}'`))).toEqual([]);
});

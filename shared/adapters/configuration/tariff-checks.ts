import { tariffFaults } from '../../domain/money/tariff-faults.ts';
import type { Fault } from '../../errors.ts';
import { faultPath } from './fault-path.ts';
import { asObject, isPlain, listed } from './raw-file.ts';
import { didYouMean } from './suggestion.ts';
import { TARIFF } from './tariff-schema.ts';
import { versionsAsWritten } from './tariffs.ts';

/** What the tariffs of a file contradict themselves in, and names of tariffs and factors that the file does not have. */
export function moneyFaults(file: unknown): Fault[] {
  const { tariffs, emissionFactors, defaults, reports } = asObject(file);
  const rules: unknown[] = Array.isArray(reports) ? reports : [];
  const places = [
    { settings: asObject(defaults), path: ['defaults'] },
    ...rules.map((rule, index) => ({ settings: asObject(rule), path: ['reports', index] })),
  ];
  const known = { tariff: Object.keys(asObject(tariffs)), emissionFactor: Object.keys(asObject(emissionFactors)) };
  return [
    ...Object.entries(asObject(tariffs)).flatMap(([name, tariff]) => contradictions(name, tariff)),
    ...places.flatMap(({ settings, path }) =>
      (['tariff', 'emissionFactor'] as const).flatMap((key) => {
        const problem = unknownName(settings[key], `${key}s`, known[key]);
        return problem === undefined ? [] : [{ path: faultPath([...path, key]), problem }];
      }),
    ),
  ];
}

/** A tariff of a wrong shape has faults enough without. */
function contradictions(name: string, tariff: unknown): Fault[] {
  const parsed = TARIFF.safeParse(tariff, { jitless: true });
  if (!parsed.success) return [];
  return tariffFaults(versionsAsWritten(parsed.data)).map(({ path, problem }) => ({
    path: faultPath(['tariffs', name, ...path]),
    problem,
  }));
}

function unknownName(name: unknown, where: string, known: readonly string[]): string | undefined {
  if (typeof name !== 'string' || known.includes(name)) return undefined;
  return known.length === 0
    ? `must be one of ${where}, and the file has none`
    : `must be one of ${where}${listed(known)}${didYouMean(name, known.filter(isPlain))}`;
}
